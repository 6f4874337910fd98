package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of one processor that a process may use, kept by a control group of Linux: one
 * of version 2, else one of version 1. The control group of a process that has ended can
 * be removed. Who may make one is usually root.
 */
final class ProcessorShare implements AutoCloseable {

	private static final Path GROUPS = Path.of("/sys/fs/cgroup");

	/** Microseconds; short, so that a process is not stopped for long at a time. */
	private static final int PERIOD = 10_000;

	private final Path group;

	private ProcessorShare(Path group) {
		this.group = group;
	}

	/**
	 * Holds a running process, threads and all, to a share of one processor from now on.
	 */
	static ProcessorShare of(double share, ProcessHandle process) throws IOException {
		boolean second = Files.exists(GROUPS.resolve("cgroup.controllers"));
		Path group = (second ? GROUPS : GROUPS.resolve("cpu")).resolve("load-" + process.pid());
		Files.createDirectory(group);
		int quota = (int) (share * PERIOD);
		if (second) {
			Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
		}
		else {
			Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD));
			Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
		}
		Files.writeString(group.resolve("cgroup.procs"), String.valueOf(process.pid()));
		return new ProcessorShare(group);
	}

	/** Once the process has ended. */
	@Override
	public void close() {
		if (!this.group.toFile().delete()) {
			throw new IllegalStateException("In use: " + this.group);
		}
	}

}
