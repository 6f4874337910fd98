-- Tries what storing a launch needs: room to write, and the right to ask for the time.
-- KEYS: the probe; ARGV: how long it stays, ms
redis.call('TIME')
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return 1
