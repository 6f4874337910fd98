#!lua flags=allow-oom
-- Removes launches that were unused for too long or have reached their limit, and returns member, reason and content of each.
-- KEYS: all launches; ARGV: prefix of launches, grace ms, the most at once
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])) do
  local name = ARGV[1] .. member
  local found = redis.call('HMGET', name, 'd', 'e', 'r', 'u')
  local left = redis.call('PTTL', name) - tonumber(ARGV[2])
  if found[1] and left > 0 and tonumber(found[2]) > now then
    redis.call('ZADD', KEYS[1], 'XX', now + left, member)
  else
    redis.call('ZREM', KEYS[1], member)
    if found[1] then
      redis.call('DEL', name)
      redis.call('ZREM', found[3], member)
      redis.call('ZREM', found[4], member)
      ended[#ended + 1] = member
      ended[#ended + 1] = (tonumber(found[2]) > now) and 'unused' or 'limit'
      ended[#ended + 1] = found[1]
    end
  end
end
return ended
