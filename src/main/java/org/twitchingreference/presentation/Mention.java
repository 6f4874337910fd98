package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.MentionFinding;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Texts;

/**
 * Something to consider that the source document does not name, with its own sources;
 * {@code charted} is what this chart records of it, else empty.
 */
public record Mention(String id, String title, String charted, Statement statement, List<SourceRow> sources) {

	static List<Mention> list(Assessment assessment, EvidenceLines lines, Texts texts) {
		return assessment.mentions()
			.stream()
			.map((one) -> new Mention(one.mention().id(), one.mention().title(), charted(one, lines, texts),
					Statement.of(one.mention().text(), one.mention().sources(), texts),
					SourceRow.list(one.mention().sources(), texts)))
			.toList();
	}

	/** "Motor neurone disease in the family is charted (mother: ALS). ...". */
	private static String charted(MentionFinding one, EvidenceLines lines, Texts texts) {
		List<String> entries = one.charted().stream().map(lines::ofFamily).distinct().toList();
		return entries.isEmpty() ? "" : texts.get("family.charted", one.mention().title(), String.join("; ", entries));
	}

	/** Whether the chart records it, so that it is not the same for everybody. */
	public boolean isOfThisChart() {
		return !this.charted.isEmpty();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Mention[" + this.id + "]";
	}

}
