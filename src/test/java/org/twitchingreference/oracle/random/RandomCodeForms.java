package org.twitchingreference.oracle.random;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes and the addresses of their systems as others write them, right and wrong. */
final class RandomCodeForms {

	private final Draw draw;

	RandomCodeForms(Draw draw) {
		this.draw = draw;
	}

	/** Changes some of the codes within. */
	void respell(JsonNode node) {
		if (node instanceof ObjectNode coding && coding.path("system").isString() && coding.path("code").isString()) {
			if (this.draw.oneIn(2)) {
				change(coding, coding.path("system").stringValue(), coding.path("code").stringValue());
			}
			return;
		}
		node.valueStream().forEach(this::respell);
	}

	private void change(ObjectNode coding, String system, String code) {
		switch (system) {
			case "http://snomed.info/sct" -> {
				coding.put("system",
						this.draw.word(system, "https://snomed.info/sct/", "urn:oid:2.16.840.1.113883.6.96",
								system + "/900000000000207008/version/20260301", system + "|20260301"));
				coding.put("code",
						this.draw.word(code, code + " |A term|", " " + code, code + ":363698007=39057004",
								code.substring(0, code.length() - 1) + "7",
								code.charAt(1) + "" + code.charAt(0) + code.substring(2)));
			}
			case "http://hl7.org/fhir/sid/icd-10-cm" -> {
				coding.put("system",
						this.draw.word(system, "urn:oid:2.16.840.1.113883.6.90", system + "/",
								"http://hl7.org/fhir/sid/icd-10", "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
								"urn:oid:2.16.840.1.113883.6.94"));
				coding.put("code",
						this.draw.word(code.replace(".", ""), code.toLowerCase(Locale.ROOT), code + " ", code + "-",
								"335.20", "E888.9", "V22.2", code + "*", code.substring(0, Math.min(3, code.length())),
								code));
			}
			case "http://www.whocc.no/atc" -> {
				coding.put("system",
						this.draw.word(system, "http://fhir.de/CodeSystem/bfarm/atc",
								"http://fhir.de/CodeSystem/dimdi/atc", "urn:oid:2.16.840.1.113883.6.73",
								"https://www.whocc.no/atc"));
				coding.put("code", this.draw.word(code, code.toLowerCase(Locale.ROOT), code + " "));
			}
			case "http://loinc.org" -> {
				coding.put("system", this.draw.word("urn:oid:2.16.840.1.113883.6.1", "https://loinc.org",
						"http://loinc.org/", "http://LOINC.org", "http://hospital.example/loinc"));
				coding.put("code", this.draw.word(code, code, code, code + " ", code + "1"));
			}
			case "http://www.nlm.nih.gov/research/umls/rxnorm" -> {
				coding.put("system", this.draw.word(system, "urn:oid:2.16.840.1.113883.6.88", system + "/"));
				coding.put("code", this.draw.word(code, code, "99999999", code + " "));
			}
			default -> {
				// others have one form only
			}
		}
	}

}
