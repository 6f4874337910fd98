#!lua flags=allow-oom
-- Takes a launch away: what it was, to one who asks and to nobody else.
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
