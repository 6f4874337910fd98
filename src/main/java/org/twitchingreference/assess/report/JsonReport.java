package org.twitchingreference.assess.report;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.presentation.words.MessageBundle;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;

/**
 * The Assessment JSON: indented if it is the only one, otherwise one document a line, so
 * that programs can read them one by one.
 */
final class JsonReport implements AssessmentReport {

	private final JsonWords words;

	private final JsonMapper json;

	JsonReport(boolean several) {
		this(several, MessageBundle.messages());
	}

	JsonReport(boolean several, MessageSource messages) {
		this.words = new JsonWords(messages);
		this.json = JsonMapper.builder()
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.configure(SerializationFeature.INDENT_OUTPUT, !several)
			.build();
	}

	@Override
	public String of(Assessed assessed) {
		return this.json.writeValueAsString(document(assessed.assessment())) + "\n";
	}

	private AssessmentJson document(Assessment assessment) {
		return new AssessmentJson(assessment.asOf().toString(), assessment.contentVersion(),
				AssessmentJson.Patient.of(assessment.patient(), assessment.asOf()),
				AssessmentJson.word(assessment.urgency()),
				assessment.critical().stream().map(AssessmentJson.Critical::of).toList(),
				assessment.causes().stream().map((cause) -> AssessmentJson.Cause.of(cause, this.words)).toList(),
				assessment.redFlags().stream().map((flag) -> AssessmentJson.RedFlag.of(flag, this.words)).toList(),
				assessment.tests().stream().map((test) -> AssessmentJson.Test.of(test, this.words)).toList(),
				assessment.options().stream().map((option) -> AssessmentJson.Option.of(option, this.words)).toList(),
				assessment.cautions()
					.stream()
					.map((caution) -> AssessmentJson.Caution.of(caution, this.words))
					.toList(),
				assessment.gaps().stream().map((gap) -> AssessmentJson.Missing.of(gap, this.words)).toList(),
				assessment.questions()
					.stream()
					.map((question) -> AssessmentJson.Question.of(question, this.words))
					.toList(),
				assessment.mentions()
					.stream()
					.map((mention) -> AssessmentJson.Mention.of(mention, this.words))
					.toList());
	}

}
