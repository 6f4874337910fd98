package org.twitchingreference.oracle.random;

import tools.jackson.databind.node.ObjectNode;

/** What reports say beside their values: codes of HL7's tables, others' codes, words. */
final class RandomFlags {

	private static final String V3 = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

	private final Draw draw;

	RandomFlags(Draw draw) {
		this.draw = draw;
	}

	void interpretation(ObjectNode interpretation) {
		if (!this.draw.oneIn(5)) {
			ObjectNode coding = interpretation.putArray("coding").addObject();
			if (!this.draw.oneIn(6)) {
				coding.put("system",
						this.draw.word(V3, V3, V3, V3, "urn:oid:2.16.840.1.113883.5.83",
								"urn:oid:2.16.840.1.113883.12.78", "http://hl7.org/fhir/v2/0078",
								"http://hospital.example/flags", "urn:oid:1.2.3"));
			}
			coding.put("code", this.draw.word("L", "L", "LL", "H", "H", "HH", "N", "N", "A", "AA", "<", ">", "HU", "LX",
					"POS", "l", "B", "ZZ", "QCF"));
			if (this.draw.oneIn(5)) {
				coding.put("display", words());
			}
		}
		if (interpretation.isEmpty() || this.draw.oneIn(8)) {
			interpretation.put("text", words());
		}
	}

	private String words() {
		return this.draw.word("Low", "HIGH", "Critical Low", "High panic", "low (critical)", "Abnormal", "Normal",
				"within range", "see comment", "*", "LL", "Critical", "very high", "Hemolyzed specimen",
				"not haemolysed");
	}

}
