package org.twitchingreference.assess;

import org.twitchingreference.assessment.Assessment;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Assessment JSON: indented where it is the only one, else one document a line, so
 * that a reader of many can take them one by one.
 */
final class JsonReport implements Report {

	private final JsonMapper json;

	JsonReport(boolean several) {
		this.json = JsonMapper.builder()
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.configure(SerializationFeature.INDENT_OUTPUT, !several)
			.build();
	}

	@Override
	public String of(Assessed assessed) {
		return this.json.writeValueAsString(document(assessed.assessment())) + "\n";
	}

	private static AssessmentJson document(Assessment assessment) {
		return new AssessmentJson(assessment.asOf().toString(), assessment.contentVersion(),
				AssessmentJson.Patient.of(assessment.patient(), assessment.asOf()),
				AssessmentJson.word(assessment.urgency()),
				assessment.causes().stream().map(AssessmentJson.Cause::of).toList(),
				assessment.redFlags().stream().map(AssessmentJson.RedFlag::of).toList(),
				assessment.tests().stream().map(AssessmentJson.Test::of).toList(),
				assessment.options().stream().map(AssessmentJson.Option::of).toList(),
				assessment.cautions().stream().map(AssessmentJson.Caution::of).toList(),
				assessment.gaps().stream().map(AssessmentJson.Missing::of).toList());
	}

}
