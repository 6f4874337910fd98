package org.twitchingreference.startup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Refuses settings below "twitching" that nothing reads: a misspelt limit would silently
 * have no effect. Listed in META-INF/spring.factories.
 */
class UnknownSettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("twitching");

	/** By name, so that not every class has to be examined for the annotation. */
	private static final String RECORDS = "**/*Properties.class";

	/** What Kubernetes puts into the environment for a service of this name. */
	private static final Pattern OF_A_SERVICE = Pattern
		.compile("TWITCHING\\w*_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_\\w+)?)|TWITCHING_PORT(_\\w+)?");

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Set<ConfigurationPropertyName> known = known();
		List<UnknownSetting> unknown = StreamSupport
			.stream(ConfigurationPropertySources.get(event.getEnvironment()).spliterator(), false)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.map(IterableConfigurationPropertySource.class::cast)
			.flatMap((source) -> unknown(source, known))
			.distinct()
			.toList();
		if (!unknown.isEmpty()) {
			throw new UnknownSettingsException(unknown, known);
		}
	}

	private static Stream<UnknownSetting> unknown(IterableConfigurationPropertySource source,
			Set<ConfigurationPropertyName> known) {
		if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource environment) {
			Set<String> variables = known.stream().map(UnknownSettingsCheck::variable).collect(Collectors.toSet());
			return Stream.of(environment.getPropertyNames())
				.filter((name) -> name.toUpperCase(Locale.ROOT).startsWith("TWITCHING_"))
				.filter((name) -> !OF_A_SERVICE.matcher(name).matches())
				.filter((name) -> !variables.contains(plain(name.replaceFirst("(_\\d+)+$", ""))))
				.map((name) -> new UnknownSetting(name, "the environment"));
		}
		return source.stream()
			.filter(OURS::isAncestorOf)
			.filter((name) -> !known.contains(withoutIndex(name)))
			.map((name) -> new UnknownSetting(name.toString(), origin(source, name)));
	}

	private static String origin(IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
		return Stream.ofNullable(source.getConfigurationProperty(name))
			.map((property) -> Objects.requireNonNullElse(property.getOrigin(), source.getUnderlyingSource()))
			.map(Object::toString)
			.map((origin) -> origin.contains("commandLineArgs") ? "the command line" : origin)
			.findFirst()
			.orElse("the settings");
	}

	private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
		return name.isLastElementIndexed() ? withoutIndex(name.getParent()) : name;
	}

	private static String variable(ConfigurationPropertyName name) {
		return plain(name.toString());
	}

	/** Environment variables have no dots and hyphens, and may leave hyphens out. */
	private static String plain(String name) {
		return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
	}

	/** The settings of all records that are bound, in whatever configuration they are. */
	private static Set<ConfigurationPropertyName> known() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		scanner.setResourcePattern(RECORDS);
		return scanner
			.findCandidateComponents(ClassUtils.getPackageName(ClassUtils.getPackageName(UnknownSettingsCheck.class)))
			.stream()
			.map((found) -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
			.flatMap((type) -> names(type.getAnnotation(ConfigurationProperties.class).value(), type))
			.map(ConfigurationPropertyName::of)
			.collect(Collectors.toSet());
	}

	private static Stream<String> names(String prefix, Class<?> settings) {
		return Stream.of(settings.getRecordComponents()).flatMap((setting) -> {
			String name = prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName());
			return setting.getType().isRecord() ? names(name, setting.getType()) : Stream.of(name);
		});
	}

	/** A name that nothing reads, and where it was set. */
	record UnknownSetting(String name, String origin) {

	}

}
