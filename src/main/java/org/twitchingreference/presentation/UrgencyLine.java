package org.twitchingreference.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * How urgent the chart is, and which answers would make it more urgent; the title is
 * empty if something urgent is shown below.
 */
public record UrgencyLine(String style, String title, String changes) {

	private static final int MOST = 4;

	static UrgencyLine of(AssessedChart reading, Texts texts) {
		Assessment assessment = reading.assessment();
		boolean whole = reading.pendingParts().isEmpty() && reading.incompleteParts().isEmpty()
				&& reading.otherIncompleteParts().isEmpty() && UnmatchedResults.of(assessment, texts).isEmpty();
		String title = switch (assessment.urgency()) {
			case ROUTINE -> texts.get(whole ? "urgency-line.routine" : "urgency-line.routine-as-judged");
			case SOON -> texts.get("urgency-line.soon");
			case URGENT, EMERGENCY -> "";
		};
		return new UrgencyLine(Badge.style(assessment.urgency()), title, changes(assessment, texts));
	}

	/** Whether there is nothing to say. */
	public boolean isEmpty() {
		return this.title.isEmpty() && this.changes.isEmpty();
	}

	private static String changes(Assessment assessment, Texts texts) {
		Map<Urgency, List<String>> labels = assessment.questions()
			.stream()
			.filter((question) -> question.isOpen() && question.question().form().after().isEmpty())
			.filter((question) -> question.ifYes().compareTo(assessment.urgency()) > 0)
			.collect(Collectors.groupingBy(QuestionFinding::ifYes, TreeMap::new,
					Collectors.mapping((question) -> Wording.within(question.label()), Collectors.toList())));
		List<String> sentences = new ArrayList<>();
		labels.forEach(
				(urgency, all) -> sentences.add(0, texts.get("urgency-line.would." + urgency.name(), any(all, texts))));
		return Wording.sentences(String.join("; ", sentences));
	}

	private static String any(List<String> labels, Texts texts) {
		List<String> first = labels.stream().limit(MOST).toList();
		return (labels.size() == first.size()) ? texts.either(first)
				: texts.get("urgency-line.more", String.join(", ", first), labels.size() - first.size());
	}

}
