-- Stores a launch. If its user or its EHR has as many as allowed, ends others of theirs; launches whose time is over do not count.
-- KEYS: the launch, all launches, those of its EHR, those of its user
-- ARGV: member, prefix of launches, sealed, idle ms, limit ms, most of all, most of a user (0: nobody is named), grace ms
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local idle, limit, grace = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[8])
local most, mostOfUser = tonumber(ARGV[6]), tonumber(ARGV[7])
local ended = {}

-- Written first: if the store is full, this fails before any other launch has been ended
redis.call('HSET', KEYS[1], 'd', ARGV[3], 'e', string.format('%.0f', now + limit), 'g', string.format('%.0f', now),
  'r', KEYS[3], 'u', KEYS[4])

local function displace(member, why)
  local name = ARGV[2] .. member
  local found = redis.call('HMGET', name, 'd', 'r', 'u')
  redis.call('DEL', name)
  redis.call('ZREM', KEYS[2], member)
  redis.call('ZREM', found[2] or KEYS[3], member)
  redis.call('ZREM', KEYS[3], member)
  redis.call('ZREM', found[3] or KEYS[4], member)
  redis.call('ZREM', KEYS[4], member)
  if found[1] then
    ended[#ended + 1] = member
    ended[#ended + 1] = why
    ended[#ended + 1] = found[1]
  end
end

-- Launches of this EHR whose time is over; a sweep would find them within seconds, but they must not count here
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now, 'LIMIT', 0, 50)) do
  local name = ARGV[2] .. member
  local left = redis.call('PTTL', name) - grace
  local limited = tonumber(redis.call('HGET', name, 'e') or 0) <= now
  if left > 0 and not limited then
    redis.call('ZADD', KEYS[3], 'XX', now + left, member)
  else
    displace(member, limited and 'limit' or 'unused')
  end
end
while mostOfUser > 0 and redis.call('ZCARD', KEYS[4]) >= mostOfUser do
  displace(redis.call('ZRANGE', KEYS[4], 0, 0)[1], 'too-many-of-user')
end
while redis.call('ZCARD', KEYS[3]) + 1 > most - redis.call('ZCARD', KEYS[2]) do
  local oldest = redis.call('ZRANGE', KEYS[3], 0, 0)[1]
  if not oldest then
    redis.call('DEL', KEYS[1])
    return { 'busy', unpack(ended) }
  end
  displace(oldest, 'too-many')
end
local left = math.min(idle, limit)
redis.call('PEXPIRE', KEYS[1], left + grace)
redis.call('ZADD', KEYS[2], now + left, ARGV[1])
redis.call('ZADD', KEYS[3], now + left, ARGV[1])
if mostOfUser > 0 then
  redis.call('ZADD', KEYS[4], now, ARGV[1])
  redis.call('PEXPIRE', KEYS[4], limit + grace)
end
redis.call('PEXPIRE', KEYS[2], limit + grace)
redis.call('PEXPIRE', KEYS[3], limit + grace)
return { 'kept', unpack(ended) }
