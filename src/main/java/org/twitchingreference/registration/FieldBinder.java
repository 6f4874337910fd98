package org.twitchingreference.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.keys.SigningAlgorithm;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;

/**
 * Binds the values of a file to its fields. A value that cannot be used is recorded as a
 * problem and the field gets its default, so that all other problems are found too.
 */
final class FieldBinder extends AbstractBindHandler {

	/** The prefix under which fields are bound; problems omit it. */
	private static final String ROOT = "ehr";

	private static final Pattern MAPPED = Pattern.compile("code-map\\[\\d+]\\.code");

	private final FieldChecks checks;

	private FieldBinder(FieldChecks checks) {
		super(new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
		this.checks = checks;
	}

	static LaunchConfigFile bind(YamlFile document, FieldChecks checks) {
		checkQuotes(document, checks);
		MapPropertySource prefixed = new MapPropertySource(ROOT, document.fields()
			.collect(Collectors.toMap((name) -> ROOT + "." + name, document.values()::getProperty)));
		return new Binder(ConfigurationPropertySources.from(prefixed)).bindOrCreate(ROOT,
				Bindable.of(LaunchConfigFile.class), new FieldBinder(checks));
	}

	/**
	 * Refuses codes that are not text: YAML reads an unquoted 0123 as the octal number
	 * 83.
	 */
	private static void checkQuotes(YamlFile document, FieldChecks checks) {
		document.fields()
			.filter((name) -> MAPPED.matcher(name).matches())
			.filter((name) -> !(document.values().getProperty(name) instanceof String))
			.forEach((name) -> checks.require(false, name, FieldFault.MALFORMED,
					"put every code of `code-map` in quotes, or YAML may read another one"));
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		for (Throwable at = error; at != null; at = at.getCause()) {
			if (at instanceof InvalidFieldException explained) {
				this.checks.add(explained);
				return null;
			}
		}
		Class<?> type = target.getType().resolve(Object.class);
		String field = field(name);
		this.checks.require(false, field, FieldFault.OUT_OF_RANGE, "set `" + field + "` to " + expected(type));
		return null;
	}

	@Override
	public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			@Nullable Object result) throws Exception {
		try {
			super.onFinish(name, target, context, result);
		}
		catch (UnboundConfigurationPropertiesException ex) {
			ex.getUnboundProperties()
				.stream()
				.map((property) -> field(property.getName()))
				.sorted()
				.forEach((unknown) -> this.checks.add(new UnknownField(unknown).problem()));
		}
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + words(type);
		}
		return (type == boolean.class) ? "true or false" : "a whole number";
	}

	private static String field(ConfigurationPropertyName name) {
		return name.toString().substring(ROOT.length() + 1);
	}

	private static String words(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> word(type, constant.toString()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The constant as written in a file: algorithms as in RFC 7518, client authentication
	 * as in OAuth, everything else with hyphens.
	 */
	static String word(Class<?> type, String constant) {
		if (type == SigningAlgorithm.class) {
			return constant;
		}
		String word = constant.toLowerCase(Locale.ROOT);
		return (type == EhrRegistration.ClientAuthentication.class) ? word : word.replace('_', '-');
	}

}
