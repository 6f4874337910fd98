package org.twitchingreference.registration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The JSON Schema of a launch-config file, for editors: the fields as the application
 * binds them, with the words of launch-config/README.md.
 */
public record RegistrationSchema(RegistrationFields documented) {

	/** Beside the files that name it. */
	public static final Path FILE = Path.of("launch-config/registration.schema.json");

	/** What each file begins with, so that editors find the schema. */
	static final String REFERENCE = "# yaml-language-server: $schema=registration.schema.json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** A client secret is named in exactly one way where `auth` uses it, else in none. */
	private static final String SECRET = """
			{ "if": { "properties": { "auth": { "enum": ["client_secret_basic", "client_secret_post"] } } },
			  "then": { "oneOf": [{ "required": ["client-secret-env"] }, { "required": ["client-secret-file"] }] },
			  "else": { "properties": { "client-secret-env": false, "client-secret-file": false } } }
			""";

	/** The content of the file. */
	public static String content() {
		Map<String, Object> schema = new LinkedHashMap<>();
		// The version that editors of YAML know best
		schema.put("$schema", "http://json-schema.org/draft-07/schema#");
		schema.put("title", "One EHR of launch-config");
		schema.putAll(new RegistrationSchema(RegistrationFields.read()).object(LaunchConfigFile.class, ""));
		schema.putAll(JSON.readValue(SECRET, new TypeReference<Map<String, Object>>() {
		}));
		return JSON.writeValueAsString(schema) + "\n";
	}

	private Map<String, Object> object(Class<?> type, String prefix) {
		List<RecordComponent> components = List.of(type.getRecordComponents());
		Map<String, Object> properties = new LinkedHashMap<>();
		components.forEach((component) -> properties.put(name(component), field(component, prefix + name(component))));
		return closed(properties,
				names(components, (component) -> this.documented.isRequired(prefix + name(component))));
	}

	private Map<String, Object> field(RecordComponent component, String field) {
		Map<String, Object> schema = new LinkedHashMap<>();
		if (!component.getType().isRecord()) {
			schema.put("description", this.documented.meaning(field));
		}
		schema.putAll(field.equals("iss") ? ordered("type", List.of("string", "array"), "items", scalar(String.class))
				: value(component.getGenericType(), field));
		Stream.of(component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters())
			.filter((parameter) -> parameter.getName().equals(component.getName()))
			.flatMap((parameter) -> Stream.of(parameter.getAnnotationsByType(DefaultValue.class)))
			.filter((initial) -> initial.value().length > 0)
			.forEach((initial) -> schema.put("default", initial(component.getType(), initial.value())));
		return schema;
	}

	private Map<String, Object> value(Type type, String field) {
		if (type instanceof ParameterizedType list) {
			return ordered("type", "array", "items", item((Class<?>) list.getActualTypeArguments()[0]));
		}
		Class<?> simple = (Class<?>) type;
		return simple.isRecord() ? object(simple, field + ".") : scalar(simple);
	}

	/** Entries of a list are written whole. */
	private static Map<String, Object> item(Class<?> type) {
		if (!type.isRecord()) {
			return scalar(type);
		}
		List<RecordComponent> components = List.of(type.getRecordComponents());
		Map<String, Object> properties = new LinkedHashMap<>();
		components.forEach((component) -> properties.put(name(component), scalar(component.getType())));
		return closed(properties, names(components, (component) -> true));
	}

	private static Map<String, Object> scalar(Class<?> type) {
		if (type.isEnum()) {
			return ordered("enum",
					Stream.of(type.getEnumConstants())
						.map((constant) -> FieldBinder.word(type, constant.toString()))
						.toList());
		}
		if (type == boolean.class || type == Boolean.class) {
			return ordered("type", "boolean");
		}
		return ordered("type", (type == int.class) ? "integer" : "string");
	}

	private static Object initial(Class<?> type, String[] written) {
		if (Collection.class.isAssignableFrom(type)) {
			return Arrays.asList(written);
		}
		if (type == boolean.class) {
			return Boolean.valueOf(written[0]);
		}
		return (type == int.class) ? Integer.valueOf(written[0]) : written[0];
	}

	private static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
		Map<String, Object> schema = ordered("type", "object", "additionalProperties", false);
		if (!required.isEmpty()) {
			schema.put("required", required);
		}
		schema.put("properties", properties);
		return schema;
	}

	private static List<String> names(List<RecordComponent> components, Predicate<RecordComponent> which) {
		return components.stream().filter(which).map(RegistrationSchema::name).toList();
	}

	private static String name(RecordComponent component) {
		return DataObjectPropertyName.toDashedForm(component.getName());
	}

	private static Map<String, Object> ordered(String key, Object value) {
		return new LinkedHashMap<>(Map.of(key, value));
	}

	private static Map<String, Object> ordered(String key, Object value, String second, Object other) {
		Map<String, Object> map = ordered(key, value);
		map.put(second, other);
		return map;
	}

}
