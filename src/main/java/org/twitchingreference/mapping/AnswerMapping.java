package org.twitchingreference.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.Answer.Amount;
import org.twitchingreference.chart.Answer.Choice;
import org.twitchingreference.chart.Answer.Unread;
import org.twitchingreference.chart.Answer.Value;
import org.twitchingreference.chart.Answer.YesNo;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.chart.ValueReason;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.mapping.element.Amounts;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ResultValueMapping;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.ResourceMapping;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * QuestionnaireResponses as answers. Responses to any questionnaire are taken; whether a
 * question is one of ours is decided later, by its codes.
 */
final class AnswerMapping {

	static final String TYPE = "QuestionnaireResponse";

	/** A response with one of these statuses is finished and valid. */
	private static final Set<String> FINISHED = Set.of("completed", "amended");

	private final ChartPatient patient;

	private final List<Answer> answers = new ArrayList<>();

	private AnswerMapping(ChartPatient patient) {
		this.patient = patient;
	}

	/**
	 * The answers among the entries of a Bundle, and the responses that cannot be used.
	 */
	static List<Answer> in(BundlePage bundle, ChartPatient patient) {
		AnswerMapping mapped = new AnswerMapping(patient);
		for (BundleEntry entry : bundle.entries()) {
			if (entry.resource() instanceof QuestionnaireResponse response) {
				mapped.guarded(response, entry);
			}
		}
		for (Unreadable lost : bundle.unreadable()) {
			if (lost.reference().startsWith(TYPE)) {
				mapped.answers.add(Answer.unread(lost.reference(), "", lost.why()));
			}
		}
		return mapped.answers;
	}

	/** A broken response affects nothing but itself. */
	private void guarded(QuestionnaireResponse response, BundleEntry entry) {
		try {
			add(response, entry);
		}
		catch (RuntimeException ex) {
			this.answers.add(Answer.unread(entry.reference(), "", EntryReason.NOT_UNDERSTOOD.reason()));
		}
	}

	private void add(QuestionnaireResponse response, BundleEntry entry) {
		String reference = entry.reference();
		String status = Objects.toString(response.getStatusElement().getValueAsString(), "");
		if ("entered-in-error".equals(status)) {
			return;
		}
		String questionnaire = questionnaire(response);
		Optional<EntryReason> trouble = trouble(response, status, entry.fullUrl());
		if (trouble.isEmpty()) {
			items(response.getItem(), reference, questionnaire, ChartTimes.of(response.getAuthoredElement()));
		}
		else {
			this.answers.add(Answer.unread(reference, questionnaire, trouble.get().reason()));
		}
	}

	/** Why nothing of the response is used, empty when it is. */
	private Optional<EntryReason> trouble(QuestionnaireResponse response, String status, String address) {
		if (!this.patient.mayBe(response.getSubject(), address)) {
			return Optional.of(EntryReason.OF_ANOTHER_PATIENT);
		}
		if (ResourceMapping.isModified(response)) {
			return Optional.of(EntryReason.MODIFIED);
		}
		if (!FINISHED.contains(status)) {
			return Optional.of(EntryReason.RESPONSE_NOT_COMPLETED);
		}
		return ChartTimes.of(response.getAuthoredElement()).isEmpty() ? Optional.of(EntryReason.RESPONSE_UNDATED)
				: Optional.empty();
	}

	private static String questionnaire(QuestionnaireResponse response) {
		String canonical = ChartText.name(response.getQuestionnaire());
		int version = canonical.indexOf('|');
		return (version < 0) ? canonical : canonical.substring(0, version);
	}

	private void items(List<QuestionnaireResponseItemComponent> items, String reference, String questionnaire,
			Optional<ChartTime> authored) {
		for (QuestionnaireResponseItemComponent item : items) {
			String question = ChartText.name(item.getLinkId());
			for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
				if (!question.isEmpty() && answer.hasValue()) {
					this.answers
						.add(new Answer(reference, questionnaire, question, value(answer.getValue()), authored));
				}
				items(answer.getItem(), reference, questionnaire, authored);
			}
			items(item.getItem(), reference, questionnaire, authored);
		}
	}

	private static Value value(Type value) {
		if (value instanceof BooleanType yes && yes.getValue() != null) {
			return new YesNo(yes.getValue());
		}
		if (value instanceof Coding coding) {
			return choice(new CodeableConcept(coding));
		}
		if (value instanceof Quantity quantity) {
			return amount(quantity);
		}
		return new Unread(value.isPrimitive() ? ChartText.name(value.primitiveValue()) : "",
				ValueReason.ANSWER_OF_ANOTHER_KIND.reason());
	}

	private static Value choice(CodeableConcept concept) {
		List<Code> codes = Codings.codes(concept);
		return codes.isEmpty() ? new Unread(Codings.name(concept), ValueReason.ANSWER_NOT_CODED.reason())
				: new Choice(codes.get(0), Codings.name(concept));
	}

	private static Value amount(Quantity quantity) {
		return (ResultValueMapping.of(quantity, new CodeableConcept()) instanceof Measured measured)
				? new Amount(measured)
				: new Unread(Amounts.shown(quantity), ValueReason.ANSWER_WITHOUT_NUMBER.reason());
	}

}
