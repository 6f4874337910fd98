package org.twitchingreference.oracle.rules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.cqframework.cql.elm.serializing.ElmJsonLibraryWriter;
import org.twitchingreference.oracle.engine.CqlLibraries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The translated CQL as a tree to look through. */
final class Elm {

	private final Map<String, JsonNode> libraries = new LinkedHashMap<>();

	Elm(CqlLibraries libraries) {
		for (String name : CqlLibraries.names()) {
			String json = new ElmJsonLibraryWriter()
				.writeAsString(libraries.manager().resolveLibrary(CqlLibraries.id(name)).getLibrary());
			this.libraries.put(name, new JsonMapper().readTree(json).required("library"));
		}
	}

	/** The names of what the library defines, without its functions. */
	Stream<String> definitions(String library) {
		return statements(library).filter((one) -> !"FunctionDef".equals(one.path("type").asString("")))
			.map((one) -> one.required("name").asString())
			.filter((name) -> !name.equals("Patient"));
	}

	JsonNode expression(String library, String definition) {
		return statements(library).filter((one) -> one.required("name").asString().equals(definition))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(library + " does not define " + definition))
			.required("expression");
	}

	private Stream<JsonNode> statements(String library) {
		return tree(library).path("statements").path("def").valueStream();
	}

	private JsonNode tree(String library) {
		return Objects.requireNonNull(this.libraries.get(library), library);
	}

	/** The library that another one calls by a name. */
	String library(String from, String called) {
		return called.isEmpty() ? from
				: tree(from).path("includes")
					.path("def")
					.valueStream()
					.filter((include) -> include.required("localIdentifier").asString().equals(called))
					.map((include) -> include.required("path").asString())
					.findFirst()
					.orElseThrow();
	}

	/** The last part of the address of a value set. */
	String valueSet(String library, String name) {
		String url = tree(library).path("valueSets")
			.path("def")
			.valueStream()
			.filter((set) -> set.required("name").asString().equals(name))
			.map((set) -> set.required("id").asString())
			.findFirst()
			.orElseThrow();
		return url.substring(url.lastIndexOf('/') + 1);
	}

	/** The addresses that stand in any library, declared or as text. */
	Set<String> addresses() {
		Set<String> addresses = new TreeSet<>();
		this.libraries.forEach((name, library) -> {
			for (String declared : new String[] { "valueSets", "codeSystems" }) {
				library.path(declared)
					.path("def")
					.valueStream()
					.forEach((one) -> addresses.add(one.required("id").asString()));
			}
			literals(library.path("statements"), "String").filter((text) -> text.startsWith("http"))
				.forEach(addresses::add);
		});
		return addresses;
	}

	/** The numbers of a library, wherever they stand. */
	Set<BigDecimal> numbers(String library) {
		JsonNode statements = tree(library).path("statements");
		Set<BigDecimal> numbers = new TreeSet<>();
		Stream.concat(literals(statements, "Integer"), literals(statements, "Decimal"))
			.map(BigDecimal::new)
			.forEach(numbers::add);
		return numbers;
	}

	private static Stream<String> literals(JsonNode node, String type) {
		boolean literal = "Literal".equals(node.path("type").asString(""))
				&& node.path("valueType").asString("").endsWith(type);
		return literal ? Stream.of(node.required("value").asString())
				: node.valueStream().flatMap((part) -> literals(part, type));
	}

}
