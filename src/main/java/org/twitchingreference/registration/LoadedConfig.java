package org.twitchingreference.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outcome of reading launch-config: its files in order, and what is wrong with the
 * directories themselves.
 */
public record LoadedConfig(List<LoadedFile> files, List<Mistake> ofDirectories) {

	public LoadedConfig {
		files = List.copyOf(files);
		ofDirectories = List.copyOf(ofDirectories);
	}

	/** Everything that is wrong, by file and line. */
	public List<Mistake> mistakes() {
		return Stream
			.concat(this.ofDirectories.stream(), this.files.stream().map(LoadedFile::mistakes).flatMap(List::stream))
			.toList();
	}

	/** The registrations of the files in which nothing is wrong. */
	public EhrRegistrations usable() {
		return new EhrRegistrations(
				this.files.stream().map(LoadedFile::registration).flatMap(Optional::stream).toList());
	}

	/** The registrations, or an exception that says everything that is wrong. */
	public EhrRegistrations orElseThrow() {
		List<Mistake> mistakes = mistakes();
		if (!mistakes.isEmpty()) {
			throw new InvalidLaunchConfigException(mistakes);
		}
		return usable();
	}

}
