package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.FieldProblem;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.Environment;

/** The directories of launch-config files. */
public record LaunchConfig(List<Path> directories) {

	private static final String NAME = "launch-config";

	public LaunchConfig {
		directories = List.copyOf(directories);
	}

	/**
	 * The directories that the setting names, otherwise the one beside the jar or in this
	 * directory.
	 */
	public static LaunchConfig of(Environment environment) {
		List<Path> named = Binder.get(environment)
			.bind(NAME, Bindable.listOf(String.class))
			.orElseGet(List::of)
			.stream()
			.map(Path::of)
			.toList();
		return new LaunchConfig(named.isEmpty() ? List.of(defaultDirectory()) : named);
	}

	/**
	 * Every file, read as far as possible. No two may have the same id, or share an
	 * issuer of a FHIR base, an authorization server or id_tokens.
	 */
	public LoadedConfig load(LaunchConfigReader reader) {
		List<Mistake> ofDirectories = new ArrayList<>();
		List<LoadedFile> read = files(ofDirectories).stream().map(reader::read).toList();
		List<LoadedFile> loaded = IntStream.range(0, read.size())
			.mapToObj((i) -> read.get(i).with(shared(read.get(i), read.subList(0, i))))
			.toList();
		return new LoadedConfig(loaded, ofDirectories);
	}

	private List<Path> files(List<Mistake> mistakes) {
		List<Path> files = new ArrayList<>();
		for (Path directory : this.directories) {
			try (Stream<Path> entries = Files.list(directory)) {
				entries.filter((path) -> path.toString().matches(".*\\.ya?ml")).sorted().forEach(files::add);
			}
			catch (IOException ex) {
				mistakes.add(Mistake.ofWhole(directory, FieldFault.UNREADABLE,
						"put one .yml file per EHR into this directory, which cannot be read, or name another one with --launch-config=DIR"));
			}
		}
		if (files.isEmpty() && mistakes.isEmpty()) {
			mistakes.add(Mistake.ofWhole(this.directories.get(0), FieldFault.MISSING,
					"put one .yml file per EHR into this directory, which holds none, or name another one with --launch-config=DIR"));
		}
		return files;
	}

	private static List<FieldProblem> shared(LoadedFile next, List<LoadedFile> earlier) {
		FieldChecks checks = new FieldChecks();
		for (LoadedFile other : earlier) {
			checks.require(!next.id().equals(other.id()), "", FieldFault.DUPLICATE,
					"rename this file, as another launch-config file is named " + other.id() + " too");
			if (next.registration().isPresent() && other.registration().isPresent()) {
				requireDistinct(next.registration().get(), other.registration().get(), checks);
			}
		}
		return checks.problems();
	}

	private static void requireDistinct(EhrRegistration next, EhrRegistration earlier, FieldChecks checks) {
		boolean overlaps = next.overlaps(earlier);
		checks
			.require(
					next.trust().isEmpty() || earlier.trust().isEmpty() || next.trust().equals(earlier.trust())
							|| next.hostNames().noneMatch((host) -> earlier.hostNames().anyMatch(host::equals)),
					"trust", FieldFault.CONTRADICTION,
					"name the same `trust` as the registration " + earlier.id() + ", which has a host in common")
			.require(!overlaps, "iss", FieldFault.DUPLICATE,
					"change `iss`, which the registration " + earlier.id() + " covers already")
			.require(overlaps || !next.pinned().clashWith(earlier.pinned()), next.pinned().field(),
					FieldFault.DUPLICATE, "change `issuer`, `id-token.issuer` or `iss`, as the registration "
							+ earlier.id() + " names the same issuer: no two may share one");
	}

	/** The directory beside the jar, else the one in the working directory. */
	private static Path defaultDirectory() {
		Path besideJar = new ApplicationHome(LaunchConfig.class).getDir().toPath().resolve(NAME);
		return Files.isDirectory(besideJar) ? besideJar : Path.of(NAME);
	}

}
