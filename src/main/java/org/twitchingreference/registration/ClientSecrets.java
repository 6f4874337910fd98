package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.startup.SecretFile;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/** Reads client secrets from the place that a launch-config file names. */
record ClientSecrets(Path directory, PropertyResolver environment) {

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

	/** The value of the environment variable (or property) of this name. */
	String fromEnvironment(String variable) {
		if (!VARIABLE.matcher(variable).matches()) {
			throw new InvalidFieldException("client-secret-env", FieldFault.MALFORMED,
					"set `client-secret-env` to the name of an environment variable");
		}
		String secret = this.environment.getProperty(variable);
		if (!StringUtils.hasText(secret)) {
			throw new InvalidFieldException("client-secret-env", FieldFault.UNSET_VARIABLE,
					"name an environment variable that is set: " + variable + " of `client-secret-env` is not");
		}
		return secret.strip();
	}

	/** The content of the file, which may be named relative to the launch-config file. */
	String fromFile(String path) {
		try {
			SecretFile file = new SecretFile(this.directory.resolve(path));
			boolean isSecret = file.isSecret();
			String secret = Files.readString(file.path()).strip();
			if (!secret.isEmpty()) {
				return require(isSecret, secret);
			}
		}
		catch (IOException | InvalidPathException ex) {
			// Refused below with the same sentence as an empty file
		}
		throw new InvalidFieldException("client-secret-file", FieldFault.UNREADABLE,
				"set `client-secret-file` to a readable file that holds the secret");
	}

	private static String require(boolean isSecret, String secret) {
		if (!isSecret) {
			throw new InvalidFieldException("client-secret-file", FieldFault.UNSAFE,
					"let nobody but its owner write the `client-secret-file`, and nobody but owner and group read it (chmod 600 or 640), also where a link leads to it");
		}
		return secret;
	}

}
