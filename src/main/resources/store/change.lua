#!lua flags=allow-oom
-- Changes a launch that nobody has changed meanwhile: 1; 0 where somebody has; -1 where it is over.
-- KEYS: the launch; ARGV: sealed before, sealed now, whether access was granted (1)
local found = redis.call('HGET', KEYS[1], 'd')
if not found then
  return { -1 }
end
if found ~= ARGV[1] then
  return { 0 }
end
redis.call('HSET', KEYS[1], 'd', ARGV[2])
if ARGV[3] == '1' then
  local time = redis.call('TIME')
  redis.call('HSET', KEYS[1], 'g', string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
end
return { 1 }
