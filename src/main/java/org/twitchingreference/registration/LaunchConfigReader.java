package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.keys.SigningAlgorithm;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Reads one launch-config file; whatever is wrong in it becomes one sentence. */
public class LaunchConfigReader {

	/** The prefix that fields are bound under; messages leave it out. */
	private static final String ROOT = "ehr";

	private static final String NO_MAPPING = "write plain YAML of `key: value` lines";

	private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

	private static final Pattern MAPPED = Pattern.compile("code-map\\[\\d+]\\.code");

	private final PropertyResolver environment;

	public LaunchConfigReader(PropertyResolver environment) {
		this.environment = environment;
	}

	/** The registration; its id is the file's name without extension. */
	public EhrRegistration read(Path file) {
		try {
			String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
			if (!ID.matcher(id).matches()) {
				throw new InvalidFieldException("use lower-case letters, digits and hyphens in the file's name");
			}
			Path directory = file.toAbsolutePath().resolveSibling(".");
			return bind(load(file)).toRegistration(id, directory, new ClientSecrets(directory, this.environment));
		}
		catch (InvalidFieldException ex) {
			throw new InvalidLaunchConfigException("In " + file + ", " + ex.getMessage() + ".");
		}
	}

	private static PropertySource<?> load(Path file) {
		try {
			List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(file.toString(),
					new FileSystemResource(file));
			if (documents.size() == 1) {
				return documents.get(0);
			}
			throw new InvalidFieldException("describe exactly one EHR");
		}
		catch (MarkedYAMLException ex) {
			throw new InvalidFieldException("correct the YAML near line " + (ex.getProblemMark().getLine() + 1));
		}
		catch (YAMLException | IllegalStateException ex) {
			throw new InvalidFieldException(NO_MAPPING);
		}
		catch (IOException ex) {
			throw new InvalidFieldException("make the file readable");
		}
	}

	private static LaunchConfigFile bind(PropertySource<?> document) {
		checkQuotes((MapPropertySource) document);
		MapPropertySource prefixed = new MapPropertySource(document.getName(),
				Arrays.stream(((MapPropertySource) document).getPropertyNames())
					.collect(Collectors.toMap((name) -> ROOT + "." + name, document::getProperty)));
		Binder binder = new Binder(ConfigurationPropertySources.from(prefixed));
		try {
			return binder
				.bind(ROOT, Bindable.of(LaunchConfigFile.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
				.orElseThrow(() -> new InvalidFieldException("describe exactly one EHR"));
		}
		catch (BindException ex) {
			throw explain(ex);
		}
	}

	/**
	 * Refuses codes that are not text: YAML reads an unquoted 0123 as the octal number
	 * 83.
	 */
	private static void checkQuotes(MapPropertySource document) {
		boolean quoted = Arrays.stream(document.getPropertyNames())
			.filter((name) -> MAPPED.matcher(name).matches())
			.allMatch((name) -> document.getProperty(name) instanceof String);
		if (!quoted) {
			throw new InvalidFieldException("put every code of `code-map` in quotes, or YAML may read another one");
		}
	}

	private static InvalidFieldException explain(BindException failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof InvalidFieldException explained) {
				return explained;
			}
			if (at instanceof UnboundConfigurationPropertiesException unknown) {
				return unknownKey(unknown);
			}
		}
		Class<?> type = failure.getTarget().getType().resolve(Object.class);
		return new InvalidFieldException("set `" + key(failure.getName().toString()) + "` to " + expected(type));
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + words(type);
		}
		return (type == boolean.class) ? "true or false" : "a whole number";
	}

	private static InvalidFieldException unknownKey(UnboundConfigurationPropertiesException unknown) {
		List<String> keys = unknown.getUnboundProperties()
			.stream()
			.map((property) -> key(property.getName().toString()))
			.sorted()
			.toList();
		if (keys.contains("client-secret")) {
			return new InvalidFieldException("move the value of `client-secret` into an environment variable"
					+ " and name that with `client-secret-env`");
		}
		if (keys.get(0).startsWith("document[")) {
			return new InvalidFieldException(NO_MAPPING);
		}
		return new InvalidFieldException("correct or remove the unknown `" + String.join("`, `", keys) + "`");
	}

	private static String key(String name) {
		return name.substring(ROOT.length() + 1);
	}

	private static String words(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> word(type, constant.toString()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The constant as it is written in a file: algorithms as RFC 7518 has them, client
	 * authentication as OAuth has it, the rest with hyphens.
	 */
	private static String word(Class<?> type, String constant) {
		if (type == SigningAlgorithm.class) {
			return constant;
		}
		String word = constant.toLowerCase(Locale.ROOT);
		return (type == EhrRegistration.ClientAuthentication.class) ? word : word.replace('_', '-');
	}

}
