package org.twitchingreference.assessment.facts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartLists;
import org.twitchingreference.chart.ChartLists.Listing;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.ListStatements;
import org.twitchingreference.knowledge.ListStatements.Kind;

/**
 * A chart without those entries that only say something about a whole list: "nothing is
 * known" leaves the part unread, "there is none" is a real no. Sections of documents and
 * Lists say the same of their content.
 */
final class KnownLists {

	private final Chart chart;

	private final ListStatements statements;

	private final CodeIndex index;

	private final Set<Part> unknown = EnumSet.noneOf(Part.class);

	private final Set<Part> denied = EnumSet.noneOf(Part.class);

	private final Chart cleared;

	KnownLists(Chart chart, ListStatements statements, CodeIndex index) {
		this.chart = chart;
		this.statements = statements;
		this.index = index;
		List<Problem> problems = entries(Part.PROBLEMS, chart.problems(), statements.problems(), this::lookupCodes,
				Problem::active);
		List<Medicine> medicines = entries(Part.MEDICATIONS, chart.medicines(), statements.medications(),
				this::lookupCodes, (one) -> true);
		List<Allergy> allergies = entries(Part.ALLERGIES, chart.allergies(), statements.allergies(), this::lookupCodes,
				(one) -> true);
		sections(Part.LABORATORY, statements.results());
		this.cleared = new Chart(chart.patient(), chart.observations(), medicines, problems, chart.orders(),
				chart.studies(), allergies, chart.answers(), chart.parts().stream().map(this::read).toList())
			.with(ChartLists.NONE, chart.relatives());
	}

	/** The chart with only real entries in its lists. */
	Chart chart() {
		return this.cleared;
	}

	/** The parts of which the chart says that nothing is known. */
	Set<Part> unknown() {
		return this.unknown;
	}

	/** The parts of which the chart says that there is nothing in them. */
	Set<Part> denied() {
		return this.denied;
	}

	private <T> List<T> entries(Part part, List<T> all, Kind kind, Function<T, List<Code>> lookup, Predicate<T> now) {
		List<T> real = new ArrayList<>();
		for (T one : all) {
			List<Code> codes = lookup.apply(one);
			if (this.statements.nothingKnown().containsAny(codes)) {
				if (now.test(one)) {
					this.unknown.add(part);
				}
			}
			else if (kind.none().containsAny(codes)) {
				this.denied.add(part);
			}
			else {
				real.add(one);
			}
		}
		sections(part, kind.sections());
		if (real.stream().anyMatch(now)) {
			this.denied.remove(part);
		}
		return real;
	}

	private void sections(Part part, CodeSet sections) {
		List<Listing> own = this.chart.lists()
			.listings()
			.stream()
			.filter((list) -> sections
				.containsAny(this.statements.lookupCodes(list.codes(), List.of(list.title()), false)))
			.toList();
		boolean missing = this.chart.lists().isDocument() && own.isEmpty() && this.chart.part(part).entries() == 0;
		if (missing || own.stream().anyMatch((list) -> !list.hasEntries() && !list.isNil())) {
			this.unknown.add(part);
		}
		else if (own.stream().anyMatch((list) -> !list.hasEntries())) {
			this.denied.add(part);
		}
	}

	/**
	 * The part, not completely read if nothing is known of it; another reason for that is
	 * kept.
	 */
	private PartRead read(PartRead read) {
		return (this.unknown.contains(read.part()) && read.outcome().isComplete()) ? PartRead.of(read.part(),
				ReadStatus.of(ReadOutcome.TRUNCATED, ReadReason.NOTHING_KNOWN.reason(read.part())), read.entries(),
				read.pages(), read.unreadable(), read.since(), read.queries()) : read;
	}

	private List<Code> lookupCodes(Problem problem) {
		return this.statements.lookupCodes(problem.codes(), problem.names(), this.index.isCoded(problem));
	}

	private List<Code> lookupCodes(Medicine medicine) {
		return this.statements.lookupCodes(medicine.product().codes(), List.of(medicine.product().name()),
				this.index.isCoded(medicine));
	}

	private List<Code> lookupCodes(Allergy allergy) {
		return this.statements.lookupCodes(allergy.codes(), List.of(allergy.name()), this.index.isCoded(allergy));
	}

}
