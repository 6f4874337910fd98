package org.twitchingreference.oracle.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.oracle.engine.CqlLibraries;
import tools.jackson.databind.JsonNode;

/**
 * What the rules mention in the CQL, by the name of the definition. Definitions that
 * several rules share count as part of each; what functions do is left aside.
 */
final class RulesInCql {

	/** A rule's id; all other definitions begin with a capital letter. */
	private static final String ID = "[a-z][a-z0-9-]*";

	/** What a definition in the library of results adds to the name of its analyte. */
	private static final String OF_RESULTS = " (results|newest|readings|times|critical)$";

	private static final String DOSES = "Doses";

	/** The one medicine whose doses are known. */
	private static final String OF_GABAPENTIN = "doses of gabapentin";

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
			case "ValueSetRef" -> valueSet(library, node.path("name").asString(), mentioned);
			case "Literal" -> literal(node, mentioned);
			case "FunctionRef" -> {
				function(this.elm.library(library, node.path("libraryName").asString("")), node, mentioned);
				node.path("operand").valueStream().forEach((part) -> walk(library, part, mentioned, seen));
			}
			default -> node.valueStream().forEach((part) -> walk(library, part, mentioned, seen));
		}
	}

	/**
	 * Of lists of a chart, which no rule names, a section may say that nothing is known.
	 */
	private void valueSet(String library, String name, Mentioned mentioned) {
		if (!name.startsWith("sections of ")) {
			mentioned.valueSets().add(this.elm.valueSet(library, name));
		}
	}

	private void reference(String library, JsonNode node, Mentioned mentioned, Set<String> seen) {
		String name = node.path("name").asString();
		String other = this.elm.library(library, node.path("libraryName").asString(""));
		if (other.equals(DOSES)) {
			mentioned.words().add(OF_GABAPENTIN);
		}
		else if (other.equals("Results")) {
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

	/** A threshold, a sex, a question and its answers are named by text. */
	private static void function(String library, JsonNode node, Mentioned mentioned) {
		boolean reaches = node.path("name").asString().equals("Reaches");
		if (library.equals(DOSES)) {
			(reaches ? mentioned.analytes() : mentioned.words()).add(reaches ? "creatinine-clearance" : OF_GABAPENTIN);
		}
		if (reaches || library.equals("Bedside") || library.equals("Person")) {
			node.path("operand")
				.valueStream()
				.filter((operand) -> operand.path("valueType").asString("").endsWith("String"))
				.forEach((operand) -> mentioned.words().add(operand.path("value").asString()));
		}
	}

}
