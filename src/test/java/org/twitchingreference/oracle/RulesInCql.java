package org.twitchingreference.oracle;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What the rules mention in the CQL, by the name of the definition. Definitions that
 * several rules share count as part of each; what functions do is left aside.
 */
final class RulesInCql {

	/** A rule's id; all other definitions begin with a capital letter. */
	private static final String ID = "[a-z][a-z0-9-]*";

	/** What a definition in the library of results adds to the name of its analyte. */
	private static final String OF_RESULTS = " (results|newest|readings|times)$";

	private static final Set<String> TAKE_A_WORD = Set.of("Reaches", "IsOfSex");

	private final Elm elm;

	RulesInCql(Elm elm) {
		this.elm = elm;
	}

	Map<String, Mentioned> all() {
		Map<String, Mentioned> rules = new LinkedHashMap<>();
		ids().forEach((id) -> {
			Mentioned mentioned = Mentioned.nothing();
			follow(CqlLibraries.RULES, id, mentioned, new HashSet<>());
			rules.put(id, mentioned);
		});
		return rules;
	}

	Stream<String> ids() {
		return this.elm.definitions(CqlLibraries.RULES).filter((name) -> name.matches(ID));
	}

	private void follow(String library, String definition, Mentioned mentioned, Set<String> seen) {
		if (seen.add(library + "." + definition)) {
			walk(library, this.elm.expression(library, definition), mentioned, seen);
		}
	}

	private void walk(String library, JsonNode node, Mentioned mentioned, Set<String> seen) {
		switch (node.path("type").asString("")) {
			case "ExpressionRef" -> reference(library, node, mentioned, seen);
			case "ValueSetRef" -> mentioned.valueSets().add(this.elm.valueSet(library, node.path("name").asString()));
			case "Literal" -> literal(node, mentioned);
			default -> {
				word(node, mentioned);
				node.valueStream().forEach((part) -> walk(library, part, mentioned, seen));
			}
		}
	}

	private void reference(String library, JsonNode node, Mentioned mentioned, Set<String> seen) {
		String name = node.path("name").asString();
		String other = this.elm.library(library, node.path("libraryName").asString(""));
		if (other.equals("Results")) {
			mentioned.analytes().add(name.replaceAll(OF_RESULTS, ""));
		}
		else if (other.equals(CqlLibraries.RULES) && name.matches(ID)) {
			mentioned.rules().add(name);
		}
		else {
			follow(other, name, mentioned, seen);
		}
	}

	private static void literal(JsonNode node, Mentioned mentioned) {
		String type = node.path("valueType").asString();
		if (type.endsWith("Integer") || type.endsWith("Decimal")) {
			mentioned.numbers().add(new BigDecimal(node.path("value").asString()));
		}
	}

	private static void word(JsonNode node, Mentioned mentioned) {
		if (TAKE_A_WORD.contains(node.path("name").asString(""))
				&& node.path("operand") instanceof ArrayNode operands) {
			mentioned.words().add(operands.get(0).path("value").asString());
		}
	}

}
