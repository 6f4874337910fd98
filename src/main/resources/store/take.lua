#!lua flags=allow-oom
-- Removes a launch and returns what it held; of several callers only the first gets it.
-- KEYS: the launch, all launches; ARGV: member
local found = redis.call('HMGET', KEYS[1], 'd', 'r', 'u')
redis.call('ZREM', KEYS[2], ARGV[1])
if not found[1] then
  return {}
end
redis.call('DEL', KEYS[1])
redis.call('ZREM', found[2], ARGV[1])
redis.call('ZREM', found[3], ARGV[1])
return { found[1] }
