package org.twitchingreference.oracle.random;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports of which only a document or a conclusion is there. */
final class RandomReports {

	private final Draw draw;

	RandomReports(Draw draw) {
		this.draw = draw;
	}

	/** A report whose results nobody can read, of the laboratory or of somebody else. */
	void unread(ArrayNode entries) {
		ObjectNode report = entries.objectNode()
			.put("resourceType", "DiagnosticReport")
			.put("id", "unread")
			.put("status", this.draw.word("final", "final", "preliminary", "cancelled"));
		if (!this.draw.oneIn(8)) {
			report.put("effectiveDateTime", this.draw.word("2026-11-20", "2026-11-01", "2026-10-02T09:00:00Z", "2025"));
		}
		report.putObject("subject").put("reference", "Patient/" + RandomPerson.ID);
		ObjectNode code = report.putObject("code")
			.put("text", this.draw.word("Report", "Chemistry", "Urine culture", "Potassium, serum", "TSH", "CBC, CMP"));
		if (this.draw.oneIn(2)) {
			code.putArray("coding")
				.addObject()
				.put("system", "http://loinc.org")
				.put("code", this.draw.word("24321-2", "24326-1", "24323-8", "2823-3", "11502-2", "58410-2"));
		}
		if (!this.draw.oneIn(4)) {
			report.putArray("category")
				.addObject()
				.putArray("coding")
				.addObject()
				.put("system", "http://terminology.hl7.org/CodeSystem/v2-0074")
				.put("code", this.draw.word("LAB", "LAB", "CH", "RAD"));
		}
		if (this.draw.oneIn(2)) {
			report.put("conclusion", "See the paper.");
		}
		else {
			report.putArray("presentedForm").addObject().put("contentType", "application/pdf");
		}
		entries.addObject().put("fullUrl", "urn:uuid:unread").set("resource", report);
	}

}
