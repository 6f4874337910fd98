#!lua flags=allow-oom
-- Locks a name that is not locked: 1. Also in a store that is full, for it is small and soon gone.
-- KEYS: the lock; ARGV: a value of the caller's, how long it stays, ms
return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
