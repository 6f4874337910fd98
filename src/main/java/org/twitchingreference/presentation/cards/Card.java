package org.twitchingreference.presentation.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.SourceRow;

/**
 * All that was found about one analyte or medicine, as one card: a critical value, a
 * supported cause, and cautions; what leads it comes first. With the trend of the
 * analyte.
 */
public record Card(Optional<CriticalRow> critical, List<FindingRow> parts, Optional<TrendChart> trend) {

	/** Most urgent first, critical values before all else, otherwise as they were. */
	static final Comparator<Card> MOST_URGENT_FIRST = Comparator.comparing(Card::urgency)
		.thenComparing((card) -> card.critical.isPresent())
		.reversed();

	public Card {
		parts = List.copyOf(parts);
	}

	public Urgency urgency() {
		return this.critical.map(CriticalRow::urgency)
			.stream()
			.reduce(this.parts.stream().map(FindingRow::urgency).reduce(Urgency.ROUTINE, Urgency::or), Urgency::or);
	}

	public String style() {
		return Badge.style(urgency());
	}

	public boolean isUrgent() {
		return urgency().compareTo(Urgency.URGENT) >= 0;
	}

	/** Whether a supported cause is in it. */
	public boolean isCause() {
		return this.parts.stream().anyMatch(FindingRow::isCause);
	}

	/** The titles of the causes in it. */
	Stream<String> causes() {
		return this.parts.stream().filter(FindingRow::isCause).map(FindingRow::title);
	}

	public String title() {
		return this.critical.map(CriticalRow::title).orElseGet(() -> this.parts.get(0).name());
	}

	/** The marks of the whole card: those of its first part. */
	public PageMarks mark() {
		return this.parts.isEmpty() ? PageMarks.NONE : this.parts.get(0).mark();
	}

	/** The marks of a part, where the card does not carry them. */
	public PageMarks ownMark(FindingRow part) {
		return part.equals(this.parts.get(0)) ? PageMarks.NONE : part.mark();
	}

	/** The id of the analyte that is critical, empty where none is. */
	public String analyte() {
		return this.critical.map(CriticalRow::id).orElse("");
	}

	/** Whether its parts need titles of their own below its title. */
	public boolean isTitled(FindingRow part) {
		return this.critical.isPresent() || !part.equals(this.parts.get(0));
	}

	/** What else a part rests on, in a line, without what an earlier one says. */
	public String others(FindingRow part) {
		return part.othersBeside(
				Stream
					.concat(this.critical.map(CriticalRow::brief).stream(),
							this.parts.subList(0, this.parts.indexOf(part))
								.stream()
								.flatMap((earlier) -> earlier.face().others().stream()))
					.toList());
	}

	/**
	 * Whether the trend stands beside the results of this part; a critical value has it
	 * otherwise.
	 */
	public boolean isTrendBeside(FindingRow part) {
		return this.critical.isEmpty() && this.trend.isPresent() && !part.face().results().isEmpty();
	}

	/** Each source once, those of the critical value first. */
	public List<SourceRow> sources() {
		return Stream
			.concat(this.critical.stream().flatMap((one) -> one.sources().stream()),
					this.parts.stream().flatMap((part) -> part.why().sources().stream()))
			.distinct()
			.toList();
	}

	/** A card under construction, to which findings about the same thing are added. */
	static final class Growing {

		private final ActedOn actedOn;

		private final Optional<CriticalRow> critical;

		private final List<FindingRow> parts = new ArrayList<>();

		Growing(CriticalRow critical) {
			this.actedOn = ActedOn.result(critical.reference());
			this.critical = Optional.of(critical);
		}

		Growing(FindingRow first) {
			this.actedOn = first.actedOn();
			this.critical = Optional.empty();
			this.parts.add(first);
		}

		boolean isAbout(FindingRow row) {
			boolean another = row.isCause() && this.parts.stream().anyMatch(FindingRow::isCause);
			return !another && this.actedOn.includes(row.actedOn());
		}

		void add(FindingRow row) {
			this.parts.add(row);
		}

		Card with(List<TrendChart> trends) {
			return new Card(this.critical, this.parts,
					trends.stream().filter((trend) -> trend.isAbout(this.actedOn.results())).findFirst());
		}

	}

}
