#!lua flags=allow-oom
-- Changes a launch and returns 1; returns 0 if another node has changed it meanwhile, -1 if it has ended.
-- KEYS: the launch; ARGV: encrypted before, encrypted now, whether access was granted (1: yes, and its age counts from now)
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
