package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The directories of launch-config files. */
record LaunchConfig(List<Path> directories) {

	LaunchConfig {
		directories = List.copyOf(directories);
	}

	/**
	 * Every file's registration; no two may have the same id or a common issuer, be it of
	 * a FHIR base, an authorization server or id_tokens.
	 */
	EhrRegistrations load(LaunchConfigReader reader) {
		List<Path> files = new ArrayList<>();
		this.directories.forEach((directory) -> files.addAll(filesIn(directory)));
		if (files.isEmpty()) {
			throw new InvalidLaunchConfigException("Put one .yml file per EHR into " + this.directories.get(0)
					+ ", which holds none, or name another directory with --launch-config=DIR.");
		}
		List<EhrRegistration> registrations = new ArrayList<>();
		for (Path file : files) {
			EhrRegistration next = reader.read(file);
			registrations.forEach((earlier) -> checkDistinct(file, next, earlier));
			registrations.add(next);
		}
		return new EhrRegistrations(registrations);
	}

	private static List<Path> filesIn(Path directory) {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.filter((path) -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
		}
		catch (IOException ex) {
			throw new InvalidLaunchConfigException("Create the directory " + directory
					+ " with one .yml file per EHR, or name another one with --launch-config=DIR.");
		}
	}

	private static void checkDistinct(Path file, EhrRegistration next, EhrRegistration earlier) {
		if (next.id().equals(earlier.id())) {
			throw new InvalidLaunchConfigException(
					"Rename " + file + ", as another launch-config file is named " + earlier.id() + " too.");
		}
		if (next.overlaps(earlier)) {
			throw new InvalidLaunchConfigException(
					"In " + file + ", change `iss`, which the registration " + earlier.id() + " covers already.");
		}
		if (next.sharesPinnedIssuer(earlier)) {
			throw new InvalidLaunchConfigException(
					"In " + file + ", change `issuer`, `id-token.issuer` or `iss`, as the" + " registration "
							+ earlier.id() + " names the same issuer: no two may share one.");
		}
	}

}
