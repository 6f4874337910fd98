package org.twitchingreference.oracle.random;

import tools.jackson.databind.node.ObjectNode;

/**
 * Results that no known code tells: by names that say an analyte, another specimen or
 * nothing, or as a text; and specimens of something else than blood.
 */
final class RandomLocalResults {

	private final Draw draw;

	RandomLocalResults(Draw draw) {
		this.draw = draw;
	}

	/** Codes the result, or writes it, as only some laboratory does. */
	void rewrite(ObjectNode result) {
		if (this.draw.oneIn(25)) {
			rename(result.putObject("code"));
			if (this.draw.oneIn(4)) {
				result.remove("valueQuantity");
				result.put("valueString",
						this.draw.word("Na 140, K 2.2", "NA", "Potassium low", "see the paper", "2.2 mmol/L",
								"calcium (ionised) 1.1; TSH 4", "vitamin K", "K 2,2 mmol/L low; Na 110 mmol/L",
								"Na 140 K+ 7.1 (HH)", "Potassium was >7 mmol/L and sodium 118", "Phos 0.2 Mg 0.2"));
			}
		}
		if (this.draw.oneIn(60)) {
			result.putObject("specimen")
				.put("display", this.draw.word("Urine", "Venous blood", "CSF", "Serum", "24h urine"));
		}
		if (this.draw.oneIn(80)) {
			ObjectNode specimen = result.putArray("contained").addObject();
			specimen.put("resourceType", "Specimen").put("id", "s1");
			specimen.putObject("type")
				.putArray("coding")
				.addObject()
				.put("code", this.draw.word("UR", "SER", "122575003", "119364003"));
			result.putObject("specimen").put("reference", "#s1");
		}
		if (this.draw.oneIn(80)) {
			result.putObject("bodySite")
				.put("text", this.draw.word("Left arm", "Urinary bladder", "Peritoneal cavity"));
		}
		if (this.draw.oneIn(80)) {
			panel(result.putObject("code"));
		}
	}

	private void rename(ObjectNode code) {
		String name = this.draw.word("Potassium, serum", "K+", "Calcium", "Calcium, ionised", "Corrected calcium",
				"Albumin", "Magnesium", "Phosphate", "Sodium", "TSH", "Free T4", "CK", "Creatinine", "eGFR", "Urea",
				"Lithium level", "Vitamin D", "PTH", "Glucose", "Potassium, urine", "Albumin/creatinine ratio",
				"TSH receptor antibodies", "Comment", "Creatinine kinase", "Mg", "Serum Ca", "S-Pot", "Phos", "CA 125",
				"Creatinine mg/dL");
		if (this.draw.oneIn(3)) {
			code.put("text", name);
		}
		else if (this.draw.oneIn(3)) {
			coding(code, "http://hospital.example/lab", name, "");
		}
		else {
			coding(code, this.draw.word("http://hospital.example/lab", "http://snomed.info/sct", "urn:oid:1.2.3"),
					"4711", name);
			if (this.draw.oneIn(2)) {
				coding(code, "http://loinc.org", this.draw.word("99999-5", "718-7", "8251-1"), name);
			}
		}
	}

	private void panel(ObjectNode code) {
		coding(code, "http://loinc.org", this.draw.word("24321-2", "24326-1", "24323-8", "24362-6"), "Panel");
	}

	private static void coding(ObjectNode code, String system, String value, String display) {
		ObjectNode coding = code.withArray("coding").addObject().put("system", system).put("code", value);
		if (!display.isEmpty()) {
			coding.put("display", display);
		}
	}

}
