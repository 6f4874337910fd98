#!lua flags=allow-oom
-- Returns a launch (encrypted, ms left, ms to its limit, ms since access was granted, when that was), or nothing if it has ended.
-- If it is being used, its idle time starts again. KEYS: the launch, all launches; ARGV: member, idle ms (0: it is only looked at), grace ms
local found = redis.call('HMGET', KEYS[1], 'd', 'e', 'g', 'r')
if not found[1] then
  return {}
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local idle, grace = tonumber(ARGV[2]), tonumber(ARGV[3])
local limit = tonumber(found[2]) - now
local left = redis.call('PTTL', KEYS[1]) - grace
if left <= 0 or limit <= 0 then
  return {}
end
if idle > 0 then
  left = math.min(idle, limit)
  redis.call('PEXPIRE', KEYS[1], left + grace)
  redis.call('ZADD', KEYS[2], 'XX', now + left, ARGV[1])
  redis.call('ZADD', found[4], 'XX', now + left, ARGV[1])
end
return { found[1], left, limit, now - tonumber(found[3]), tonumber(found[3]) }
