package org.twitchingreference.presentation.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/** The bedside questions in their groups, as the questionnaire has them. */
public record AskForm(List<AskGroup> groups) {

	/** Whether anything was answered. */
	public boolean isAnswered() {
		return this.groups.stream().flatMap((group) -> group.questions().stream()).anyMatch(AskQuestion::isAnswered);
	}

	public static AskForm of(Assessment assessment, Texts texts) {
		EvidenceLines lines = new EvidenceLines(new Days(texts, assessment.asOf()), texts);
		Map<Question.Form.Group, List<QuestionFinding>> groups = assessment.questions()
			.stream()
			.collect(Collectors.groupingBy((one) -> one.question().form().group(), LinkedHashMap::new,
					Collectors.toList()));
		return new AskForm(groups.entrySet()
			.stream()
			.map((group) -> AskGroup.of(group.getKey(), group.getValue(), lines, texts))
			.toList());
	}

}
