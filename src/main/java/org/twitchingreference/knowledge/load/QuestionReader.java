package org.twitchingreference.knowledge.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Question.Place;
import org.twitchingreference.knowledge.Question.Recorded;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/** Reads the Questionnaire with the bedside questions. */
final class QuestionReader {

	static final String QUESTIONNAIRE = Artifacts.BASE + "Questionnaire/bedside";

	private static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";

	private final String file;

	private final CodeSetReader codeSets;

	private final SourceReader sources;

	private final QuestionFormReader forms;

	private final int validDays;

	private final Map<String, Question> byId = new LinkedHashMap<>();

	QuestionReader(Artifacts artifacts, CodeSetReader codeSets, SourceReader sources) {
		Questionnaire questionnaire = artifacts.get(Questionnaire.class, QUESTIONNAIRE, "fhir-resources");
		this.file = artifacts.file(questionnaire);
		this.codeSets = codeSets;
		this.forms = new QuestionFormReader(this.file);
		this.sources = sources;
		this.validDays = artifacts.read(questionnaire,
				(read) -> new Extensions(read.getExtension(), this.file).validDays());
		artifacts.read(questionnaire, this::addAll);
	}

	private int addAll(Questionnaire questionnaire) {
		questionnaire.getItem().forEach((item) -> add(item, item));
		return this.byId.size();
	}

	BedsideQuestionnaire bedside() {
		return new BedsideQuestionnaire(QUESTIONNAIRE, this.validDays, List.copyOf(this.byId.values()));
	}

	/** The question with the linkId, which must exist. */
	Question get(String id, String referrer) {
		return Optional.ofNullable(this.byId.get(id))
			.orElseThrow(() -> new KnowledgeException(referrer,
					"asks '" + id + "', and " + this.file + " has no such question"));
	}

	private void add(QuestionnaireItemComponent item, QuestionnaireItemComponent group) {
		if (item.getType() != QuestionnaireItemType.GROUP) {
			Question question = question(item, group);
			if (this.byId.put(question.id(), question) != null) {
				throw new KnowledgeException(this.file, "has the question '" + question.id() + "' twice");
			}
		}
		item.getItem().forEach((one) -> add(one, item));
	}

	private Question question(QuestionnaireItemComponent item, QuestionnaireItemComponent group) {
		if (item.getLinkId() == null || item.getText() == null) {
			throw new KnowledgeException(this.file, "has a question without a linkId or a text");
		}
		Extensions extensions = Extensions.of(item, this.file);
		List<String> sourceIds = extensions.texts("source");
		if (sourceIds.isEmpty()) {
			throw new KnowledgeException(this.file, "the question '" + item.getLinkId() + "' names no source");
		}
		Question question = new Question(item.getLinkId(), item.getText(), kind(item),
				item.getAnswerOption().stream().map(this.forms::option).toList(), unit(item),
				extensions.texts("decides"), recorded(extensions), this.sources.get(sourceIds, this.file),
				this.forms.form(item, group));
		boolean incomplete = switch (question.kind()) {
			case YES_NO -> false;
			case CHOICE -> question.options().isEmpty();
			case AMOUNT -> question.unit().isEmpty() || question.form().limit(OptionalInt.empty()).isEmpty();
		};
		if (incomplete) {
			throw new KnowledgeException(this.file,
					"the question '" + question.id() + "' offers no answers or names no unit");
		}
		return question;
	}

	private List<Recorded> recorded(Extensions extensions) {
		return extensions.all("recorded-as").stream().map((one) -> record(Extensions.of(one, this.file))).toList();
	}

	private Recorded record(Extensions parts) {
		Place place = switch (parts.required("place")) {
			case "social-history" -> Place.SOCIAL_HISTORY;
			case "score" -> Place.SCORE;
			default -> throw new KnowledgeException(this.file, "has a record in a place that is not known");
		};
		return new Recorded(this.codeSets.get(parts.required("codes"), this.file), place,
				parts.requiredInteger("days"));
	}

	private Question.Kind kind(QuestionnaireItemComponent item) {
		return switch ((item.getType() != null) ? item.getType() : QuestionnaireItemType.NULL) {
			case BOOLEAN -> Question.Kind.YES_NO;
			case CHOICE -> Question.Kind.CHOICE;
			case QUANTITY -> Question.Kind.AMOUNT;
			default -> throw new KnowledgeException(this.file,
					"the question '" + item.getLinkId() + "' is of a type that this reference does not evaluate");
		};
	}

	private static Optional<String> unit(QuestionnaireItemComponent item) {
		return item.getExtension()
			.stream()
			.filter((extension) -> UNIT.equals(extension.getUrl()))
			.map(Extension::getValue)
			.map((value) -> ((Coding) value).getCode())
			.findFirst();
	}

}
