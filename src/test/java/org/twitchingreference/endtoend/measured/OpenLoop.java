package org.twitchingreference.endtoend.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Users who come when they come, however slow the server is: a server that falls behind
 * is not spared by fewer of them.
 */
final class OpenLoop implements AutoCloseable {

	private final ExecutorService users = Executors.newCachedThreadPool();

	/** Begins so many a second, and returns when all of them are done. */
	void run(double perSecond, int number, User user) {
		CompletableFuture.allOf(begin(perSecond, number, user).toArray(CompletableFuture[]::new)).join();
	}

	/** Begins so many a second, and returns when all of them have begun. */
	List<CompletableFuture<Void>> begin(double perSecond, int number, User user) {
		List<CompletableFuture<Void>> all = new ArrayList<>();
		long start = System.nanoTime();
		for (int one = 0; one < number; one++) {
			int index = one;
			long due = start + (long) (one / perSecond * TimeUnit.SECONDS.toNanos(1));
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			all.add(CompletableFuture.runAsync(() -> user.act(index, due), this.users));
		}
		return all;
	}

	/** Begins them from a thread of its own. */
	CompletableFuture<Void> beside(double perSecond, int number, User user) {
		return CompletableFuture.runAsync(() -> run(perSecond, number, user), this.users);
	}

	@Override
	public void close() {
		this.users.shutdownNow();
	}

	/** What a user does, by number, and when it was due, as System.nanoTime() has it. */
	interface User {

		void act(int number, long dueNanos);

	}

}
