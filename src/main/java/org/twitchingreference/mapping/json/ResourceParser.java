package org.twitchingreference.mapping.json;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's parser, returning a resource only if nothing in it was dropped. */
final class ResourceParser {

	/** The beginnings of the names of fields without which a result means nothing. */
	private static final Set<String> NEEDED = Set.of("code", "value", "subject", "focus", "id", "implicitRules",
			"modifierExtension");

	private final FhirContext context = FhirContext.forR4Cached();

	/** Whether R4 has a resource type of this name. */
	boolean knows(String type) {
		return this.context.getResourceTypes().contains(type);
	}

	/**
	 * The resource, if all of it could be parsed.
	 * @param suspicious whether it may contain something that HAPI skips silently
	 */
	Optional<Resource> parse(ObjectNode resource, boolean suspicious) {
		return (suspicious && isMisshapen(resource)) ? Optional.empty() : parse(resource);
	}

	/**
	 * What is left of a damaged result without its damaged fields; empty if one of these
	 * is needed to know what it is, how much, or whose.
	 */
	Optional<Resource> rest(ObjectNode damaged) {
		ObjectNode rest = damaged.objectNode();
		for (Map.Entry<String, JsonNode> field : damaged.properties()) {
			ObjectNode alone = damaged.objectNode();
			alone.set("resourceType", damaged.path("resourceType"));
			alone.set(field.getKey(), field.getValue());
			if (parse(alone, true).isPresent()) {
				rest.set(field.getKey(), field.getValue());
			}
			else if (NEEDED.stream().anyMatch(field.getKey()::startsWith)) {
				return Optional.empty();
			}
		}
		return parse(rest, true);
	}

	private Optional<Resource> parse(ObjectNode resource) {
		DamageHandler damage = new DamageHandler();
		IJsonLikeParser parser = (IJsonLikeParser) this.context.newJsonParser();
		parser.setParserErrorHandler(damage);
		JacksonStructure structure = new JacksonStructure();
		structure.setNativeObject(resource);
		try {
			return (parser.parseResource(structure) instanceof Resource parsed && !damage.isDamaged())
					? Optional.of(parsed) : Optional.empty();
		}
		catch (DataFormatException | IllegalArgumentException | IllegalStateException | NullPointerException
				| ClassCastException | IndexOutOfBoundsException ex) {
			// HAPI has been seen to throw more than its own exception at broken JSON
			return Optional.empty();
		}
	}

	/**
	 * Whether the value is of a shape that FHIR never has and that HAPI passes over
	 * without a word: an empty object, or an array in an array.
	 */
	private static boolean isMisshapen(JsonNode node) {
		if (node.isObject()) {
			return node.isEmpty() || node.valueStream().anyMatch(ResourceParser::isMisshapen);
		}
		return node.isArray() && node.valueStream().anyMatch((item) -> item.isArray() || isMisshapen(item));
	}

}
