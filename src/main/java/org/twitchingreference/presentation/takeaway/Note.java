package org.twitchingreference.presentation.takeaway;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/**
 * An assessment as plain text for the record, without the patient's name, which the
 * record has anyway: critical values, findings, what argues against, what was asked and
 * what not, what is not known, what to consider, the sources, and the origin of the note.
 */
public record Note(List<Paragraph> paragraphs, String signature) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

	/**
	 * The note of a chart that was read as far as possible; {@code putAside} are the ids
	 * of the options that the reader does not want to consider.
	 */
	public static Note of(AssessedChart reading, AssessmentView view, Set<String> putAside, Texts texts) {
		EvidenceLines lines = new EvidenceLines(new Days(texts, reading.assessment().asOf()), texts);
		NoteFindings findings = new NoteFindings(reading.assessment(), view, lines, texts);
		NoteAnswers answers = new NoteAnswers(reading.assessment(), lines, texts);
		NoteGaps gaps = new NoteGaps(reading, view, texts);
		NotePlan plan = new NotePlan(reading.assessment(), view, putAside, texts);
		List<Paragraph> paragraphs = new ArrayList<>();
		Stream.of(findings.all(), answers.all(), gaps.all(), plan.all()).forEach(paragraphs::addAll);
		return new Note(paragraphs.stream().filter((one) -> !one.items.isEmpty()).toList(),
				texts.get("note.signature", reading.assessment().contentVersion(), TIME.format(reading.readAt())));
	}

	/** As it is copied. */
	public String text() {
		return Stream.concat(this.paragraphs.stream().map(Paragraph::text), Stream.of(this.signature))
			.collect(Collectors.joining("\n"));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Note[...]";
	}

	/** A heading with its content, as a list or in one line. */
	public record Paragraph(String heading, List<String> items, boolean listed) {

		/** Text from a chart may contain line breaks, but never begins a new line. */
		public Paragraph {
			items = items.stream().map((item) -> item.replaceAll("\\s+", " ").strip()).distinct().toList();
		}

		static Paragraph list(String heading, List<String> items) {
			return new Paragraph(heading, items, true);
		}

		static Paragraph line(String heading, List<String> items) {
			return new Paragraph(heading, items, false);
		}

		String text() {
			return this.listed ? this.heading + "\n- " + String.join("\n- ", this.items)
					: this.heading + " " + String.join("; ", this.items) + ".";
		}

		/** Never prints what it holds of a patient. */
		@Override
		public String toString() {
			return "Paragraph[...]";
		}
	}

}
