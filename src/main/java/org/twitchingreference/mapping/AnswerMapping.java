package org.twitchingreference.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ChartTimes;
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
					this.answers.add(new Answer(reference, questionnaire, question, AnswerValues.of(answer.getValue()),
							authored));
				}
				items(answer.getItem(), reference, questionnaire, authored);
			}
			items(item.getItem(), reference, questionnaire, authored);
		}
	}

}
