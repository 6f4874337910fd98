package org.twitchingreference.fhir;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relevant parts of a CapabilityStatement: whether orders can be created
 * (ServiceRequest), and whether medicine orders can be searched by last update.
 */
public record DeclaredCapabilities(boolean createsOrders, boolean findsMedicinesByUpdate) {

	/** Nothing is declared, or not known yet. */
	public static final DeclaredCapabilities NONE = new DeclaredCapabilities(false, false);

	private static final Set<String> ORDERS = Set.of("ServiceRequest", "interaction create");

	private static final Set<String> MEDICINES = Set.of("MedicationRequest", "searchParam _lastUpdated");

	/** Skips everything else: a CapabilityStatement may have megabytes. */
	static DeclaredCapabilities in(byte[] statement) {
		DeclaredCapabilities declared = NONE;
		Set<String> ofResource = new HashSet<>();
		try (JsonParser json = JsonMapper.shared().createParser(statement)) {
			for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
				String path = path(json.streamReadContext());
				if (token == JsonToken.START_OBJECT && path.equals("/rest/resource")) {
					ofResource.clear();
				}
				else if (token == JsonToken.VALUE_STRING) {
					add(path, json, ofResource);
					declared = declared.with(ofResource);
				}
			}
		}
		catch (JacksonException ex) {
			return NONE;
		}
		return declared;
	}

	/** Adds only what is relevant, so that a statement of any length adds little. */
	private static void add(String path, JsonParser json, Set<String> ofResource) {
		String said = switch (path) {
			case "/rest/resource/type" -> json.getString();
			case "/rest/resource/interaction/code" -> "interaction " + json.getString();
			case "/rest/resource/searchParam/name" -> "searchParam " + json.getString();
			default -> "";
		};
		if (ORDERS.contains(said) || MEDICINES.contains(said)) {
			ofResource.add(said);
		}
	}

	private DeclaredCapabilities with(Set<String> ofResource) {
		return new DeclaredCapabilities(this.createsOrders || ofResource.containsAll(ORDERS),
				this.findsMedicinesByUpdate || ofResource.containsAll(MEDICINES));
	}

	/** The names that lead to the parser's position, without list positions. */
	private static String path(TokenStreamContext at) {
		StringBuilder path = new StringBuilder();
		for (TokenStreamContext one = at; one != null; one = one.getParent()) {
			if (one.inObject() && one.currentName() != null) {
				path.insert(0, "/" + one.currentName());
			}
		}
		return path.toString();
	}

}
