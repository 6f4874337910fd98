#!lua flags=allow-oom
-- Locks a name and returns 1; returns 0 if it is locked. Allowed in a full store too: a lock is small and soon gone.
-- KEYS: the lock; ARGV: a value of the caller's, how long it stays, ms
return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
