package org.twitchingreference.reading;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * The tasks by which one chart is read: a fixed number run at once, the others wait in
 * order. Closing the queue interrupts those that run, and nothing more starts.
 */
final class BoundedTaskQueue {

	private final Executor executor;

	private final int width;

	private final Queue<FutureTask<Void>> waiting = new ArrayDeque<>();

	private final Set<FutureTask<Void>> running = new HashSet<>();

	private boolean closed;

	BoundedTaskQueue(Executor executor, int width) {
		this.executor = executor;
		this.width = width;
	}

	/**
	 * Runs the task as soon as fewer than the fixed number run; throws
	 * RejectedExecutionException once the queue is closed.
	 */
	void run(Runnable task) {
		FutureTask<Void> started = started(task);
		synchronized (this) {
			if (this.closed) {
				throw new RejectedExecutionException("The reading is over");
			}
			if (this.running.size() >= this.width) {
				this.waiting.add(started);
				return;
			}
			this.running.add(started);
		}
		execute(started);
	}

	/** Interrupts what is running and drops what is waiting. */
	void close() {
		Set<FutureTask<Void>> left;
		synchronized (this) {
			this.closed = true;
			this.waiting.clear();
			left = Set.copyOf(this.running);
			this.running.clear();
		}
		left.forEach((task) -> task.cancel(true));
	}

	private FutureTask<Void> started(Runnable task) {
		return new FutureTask<>(task, null) {
			@Override
			protected void done() {
				ended(this);
			}
		};
	}

	private void execute(FutureTask<Void> task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			synchronized (this) {
				this.running.remove(task);
			}
			throw ex;
		}
	}

	private void ended(FutureTask<Void> done) {
		FutureTask<Void> next;
		synchronized (this) {
			this.running.remove(done);
			if (this.closed || this.waiting.isEmpty()) {
				return;
			}
			next = this.waiting.remove();
			this.running.add(next);
		}
		try {
			execute(next);
		}
		catch (RejectedExecutionException ex) {
			// The server is being stopped, which ends the reading
		}
	}

}
