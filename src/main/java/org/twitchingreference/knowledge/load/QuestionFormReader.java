package org.twitchingreference.knowledge.load;

import java.util.List;
import java.util.Optional;

import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Question.Form.AskedLimit;
import org.twitchingreference.knowledge.Question.Form.Group;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads how the questions of a Questionnaire are answered by tapping. */
final class QuestionFormReader {

	private static final String SHORT_TEXT = "short-text";

	private final String file;

	QuestionFormReader(String file) {
		this.file = file;
	}

	Question.Form form(QuestionnaireItemComponent item, QuestionnaireItemComponent group) {
		List<AskedLimit> limits = Extensions.of(item, this.file)
			.all("asked-as")
			.stream()
			.map((one) -> limit(Extensions.of(one, this.file)))
			.toList();
		return new Question.Form(group(group), label(item), after(item), limits);
	}

	Question.Option option(QuestionnaireItemAnswerOptionComponent option) {
		return new Question.Option(new Code(option.getValueCoding().getSystem(), option.getValueCoding().getCode()),
				option.getValueCoding().getDisplay(), label(option));
	}

	private Group group(QuestionnaireItemComponent group) {
		if (group.getLinkId() == null || group.getText() == null) {
			throw new KnowledgeException(this.file, "has a group without a linkId or a text");
		}
		return new Group(group.getLinkId(), group.getText());
	}

	private String label(Element element) {
		return Extensions.of(element, this.file)
			.texts(SHORT_TEXT)
			.stream()
			.findFirst()
			.orElseThrow(() -> new KnowledgeException(this.file, "has a question or an answer without a short-text"));
	}

	private static Optional<String> after(QuestionnaireItemComponent item) {
		return item.getEnableWhen().stream().map((when) -> when.getQuestion()).findFirst();
	}

	private AskedLimit limit(Extensions parts) {
		Quantity above = (Quantity) parts.value("above")
			.orElseThrow(() -> new KnowledgeException(this.file, "asks for an amount without saying above which"));
		return new AskedLimit(parts.integer("below-age"), parts.required("text"), parts.required(SHORT_TEXT),
				new org.twitchingreference.clinical.Quantity(above.getValue(), above.getCode()));
	}

}
