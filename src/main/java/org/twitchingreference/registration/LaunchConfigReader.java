package org.twitchingreference.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;

import org.springframework.core.env.PropertyResolver;

/** Reads one launch-config file; each mistake in it becomes one sentence. */
public class LaunchConfigReader {

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

	private final PropertyResolver environment;

	public LaunchConfigReader(PropertyResolver environment) {
		this.environment = environment;
	}

	/** The registration, or everything that is wrong. */
	public LoadedFile read(Path file) {
		try {
			return read(file, YamlFile.load(file));
		}
		catch (UnreadableYamlException ex) {
			return LoadedFile.invalid(file, ex.lines(), List.of(ex.problem()));
		}
	}

	private LoadedFile read(Path file, YamlFile document) {
		String id = LoadedFile.id(file);
		Path directory = file.toAbsolutePath().resolveSibling(".");
		FieldChecks checks = new FieldChecks();
		checks.require(ID.matcher(id).matches(), "", FieldFault.MALFORMED,
				"use lower-case letters, digits and hyphens in the file's name");
		LaunchConfigFile written = FieldBinder.bind(document, checks);
		try {
			return LoadedFile.valid(file,
					written.toRegistration(id, directory, new ClientSecrets(directory, this.environment), checks),
					document.lines());
		}
		catch (InvalidFieldException ex) {
			return LoadedFile.invalid(file, document.lines(), ex.problems());
		}
	}

}
