package org.twitchingreference.presentation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;

/** Lays evidence out, in brief for reading at a glance and in full for checking. */
final class EvidenceLines {

	private static final Predicate<Evidence> CONTEXT = (entry) -> entry.contribution() == Contribution.CONTEXT;

	private final Days days;

	private final Texts texts;

	EvidenceLines(Days days, Texts texts) {
		this.days = days;
		this.texts = texts;
	}

	/** One line each. */
	List<EvidenceRow> lines(List<Evidence> evidence) {
		return Repeated.list(evidence).stream().map((entry) -> EvidenceRow.line(entry, this.days, this.texts)).toList();
	}

	/** What speaks for or against it with ranges, then what contributes. */
	List<EvidenceRow> mainFirst(List<Evidence> evidence) {
		Stream<EvidenceRow> main = Repeated.list(evidence.stream().filter(CONTEXT.negate()).toList())
			.stream()
			.map((entry) -> EvidenceRow.main(entry, this.days, this.texts));
		return Stream.concat(main, lines(evidence.stream().filter(CONTEXT).toList()).stream()).toList();
	}

	/** Every entry with everything that is known of it. */
	List<EvidenceRow> full(List<Evidence> evidence) {
		return evidence.stream().map((entry) -> EvidenceRow.full(entry, this.days, this.texts)).toList();
	}

}
