package org.twitchingreference.endtoend.faults;

import java.util.List;

/**
 * An EHR that the breakable one plays at a FHIR base of its own: the dialect that its
 * registration states, and what it does not understand.
 */
enum PlayedDialect {

	/** Nothing is known of it. */
	DEFAULT("/fhir", """
			medications:
			    named-by: read
			"""),

	/** Everything by category, and whatever tells of medicines. */
	CATEGORIES("/categories/fhir", """
			observations:
			    by: category
			  conditions:
			    categories: [ problem-list-item, encounter-diagnosis ]
			    one-by-one: true
			  medications:
			    from: [ MedicationRequest, MedicationStatement, MedicationAdministration, MedicationDispense ]
			    named-by: include
			"""),

	/** As strict as servers are. */
	STRICT("/strict/fhir", """
			observations:
			    by: both
			    codes-per-query: 200
			    statuses: [ final, amended, corrected, preliminary ]
			  conditions:
			    categories: [ problem-list-item, encounter-diagnosis ]
			  medications:
			    intents: [ order ]
			    named-by: search
			    filtered-by-update: true
			  selects-elements: true
			"""),

	/** It takes no code, no status, and no search for problems without a category. */
	PLAIN("/plain/fhir", DEFAULT.registered) {
		@Override
		boolean rejects(AskedQuery query) {
			boolean problems = query.type().equals("Condition") && query.values("category").isEmpty();
			return problems || !query.values("code").isEmpty() || !query.values("status").isEmpty();
		}
	},

	/** Its results have codes of its own. */
	UNMAPPED("/unmapped/fhir", DEFAULT.registered) {
		@Override
		boolean finds(AskedQuery query) {
			return !query.type().equals("Observation") || query.values("code").isEmpty();
		}

		@Override
		String told(String resource) {
			return resource.contains("\"Observation\"") ? resource.replace("http://loinc.org", "urn:oid:1.2.3.4.6")
					: resource;
		}
	};

	private final String base;

	private final String registered;

	PlayedDialect(String base, String registered) {
		this.base = base;
		this.registered = registered;
	}

	/** The path of its FHIR base. */
	String base() {
		return this.base;
	}

	/** As a registration states it. */
	String registered() {
		return this.registered;
	}

	/** Whether it answers with 400. */
	boolean rejects(AskedQuery query) {
		return false;
	}

	/** Whether it finds anything. */
	boolean finds(AskedQuery query) {
		return true;
	}

	/** The resource in its words. */
	String told(String resource) {
		return resource;
	}

	/** The dialect of the EHR that is asked, by the path. */
	static PlayedDialect at(String address) {
		return List.of(values()).stream().filter((one) -> address.startsWith(one.base + "/")).findFirst().orElseThrow();
	}

}
