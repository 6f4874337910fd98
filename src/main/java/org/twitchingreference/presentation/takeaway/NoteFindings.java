package org.twitchingreference.presentation.takeaway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.Mention;
import org.twitchingreference.presentation.cards.CriticalRow;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.takeaway.Note.Paragraph;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** What is critical, what the chart points to, and what was measured against it. */
final class NoteFindings {

	private final Assessment assessment;

	private final AssessmentView view;

	private final EvidenceLines lines;

	private final Texts texts;

	NoteFindings(Assessment assessment, AssessmentView view, EvidenceLines lines, Texts texts) {
		this.assessment = assessment;
		this.view = view;
		this.lines = lines;
		this.texts = texts;
	}

	private static boolean arguesAgainst(Evidence entry) {
		return entry.contribution() == Contribution.ARGUES_AGAINST && !entry.isAnswer();
	}

	List<Paragraph> all() {
		List<String> critical = critical();
		List<String> found = found();
		boolean nothing = critical.isEmpty() && found.isEmpty();
		return List.of(Paragraph.list(this.texts.get("note.critical"), critical),
				Paragraph.list(this.texts.get("note.found"), found),
				Paragraph.list(this.texts.get("note.family"),
						this.view.family().stream().map(Mention::charted).toList()),
				Paragraph.line(this.texts.get("note.nothing"),
						nothing ? List.of(this.view.headline().sentence()) : List.of()),
				Paragraph.list(this.texts.get("note.against"), against()));
	}

	private List<String> critical() {
		return IntStream.range(0, this.assessment.critical().size())
			.mapToObj((at) -> critical(this.assessment.critical().get(at), this.view.critical().get(at)))
			.toList();
	}

	private String critical(CriticalFinding finding, CriticalRow row) {
		String when = finding.result()
			.time()
			.map(new Days(this.texts, this.assessment.asOf())::date)
			.orElseGet(() -> this.texts.get("time.none"));
		return Wording.sentences(this.texts.get("note.dated", row.title(), when), row.reasons(), row.todo());
	}

	/** Most urgent first; of the same urgency causes, then red flags, then cautions. */
	private List<String> found() {
		List<FindingSentence> all = new ArrayList<>();
		this.assessment.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.MET)
			.map((cause) -> new FindingSentence(cause.urgency(), cause(cause)))
			.forEach(all::add);
		this.assessment.redFlags().stream().map((flag) -> alert("red-flag", flag)).forEach(all::add);
		this.assessment.cautions().stream().map((caution) -> alert("caution", caution)).forEach(all::add);
		return all.stream()
			.sorted(Comparator.comparing(FindingSentence::urgency).reversed())
			.map(FindingSentence::words)
			.toList();
	}

	private String cause(CauseFinding cause) {
		String named = cause.strength()
			.map((how) -> this.texts.get("note.strength", cause.title(), this.texts.of("report.strength", how)))
			.orElse(cause.title());
		String how = (cause.urgency() == Urgency.ROUTINE) ? named
				: this.texts.get("note.urgent-cause", this.texts.of("urgency", cause.urgency()), Wording.within(named));
		return sentences(how, cause.evidence(), cause.reasons());
	}

	private FindingSentence alert(String kind, AlertFinding alert) {
		String named = this.texts.get("note." + kind, Wording.within(alert.title()));
		String how = (alert.urgency() == Urgency.ROUTINE) ? named
				: this.texts.get("note.urgent-alert", this.texts.of("urgency", alert.urgency()), Wording.within(named));
		return new FindingSentence(alert.urgency(), sentences(how, alert.evidence(), alert.reasons()));
	}

	private String sentences(String what, List<Evidence> evidence, List<Reason> reasons) {
		return Wording.sentences(Stream
			.of(Stream.of(what), this.lines.sentences(evidence, reasons).stream(), this.texts.of(reasons).stream())
			.flatMap((words) -> words));
	}

	private List<String> against() {
		return this.assessment.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.NOT_MET
					&& cause.evidence().stream().anyMatch(NoteFindings::arguesAgainst))
			.map((cause) -> Wording.sentences(Stream.concat(Stream.of(cause.title()),
					this.lines
						.sentences(cause.evidence().stream().filter(NoteFindings::arguesAgainst).toList(),
								cause.reasons())
						.stream())))
			.toList();
	}

	/** A finding in sentences. */
	private record FindingSentence(Urgency urgency, String words) {
	}

}
