package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.chart.ReportRange.Population;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Populations;

/** Whether a range of a report is meant for this patient, by sex and age. */
final class RangeApplicability {

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** The age from which on a patient is an adult. */
	private static final BigDecimal ADULT = BigDecimal.valueOf(18);

	private final Populations populations;

	private final Age age;

	private final Optional<Whom> sex;

	RangeApplicability(Populations populations, Age age, Optional<String> sex) {
		this.populations = populations;
		this.age = age;
		this.sex = sex.flatMap(RangeApplicability::sex);
	}

	private static Optional<Whom> sex(String gender) {
		return switch (gender) {
			case "female" -> Optional.of(Whom.WOMEN);
			case "male" -> Optional.of(Whom.MEN);
			default -> Optional.empty();
		};
	}

	Fit fit(ReportRange range) {
		return Fit.worse(age(range), population(range));
	}

	private Fit age(ReportRange range) {
		Fit from = range.ageFrom().map(this::from).orElse(Fit.MEANT);
		return Fit.worse(from, range.ageTo().map(this::below).orElse(Fit.MEANT));
	}

	private Fit from(BigDecimal years) {
		return this.age.isFrom(years) ? Fit.MEANT : this.age.isBelow(years) ? Fit.FOR_OTHERS : Fit.UNCLEAR;
	}

	private Fit below(BigDecimal years) {
		return this.age.isBelow(years) ? Fit.MEANT : this.age.isFrom(years) ? Fit.FOR_OTHERS : Fit.UNCLEAR;
	}

	private Fit population(ReportRange range) {
		Set<Whom> all = EnumSet.noneOf(Whom.class);
		for (Population population : range.appliesTo()) {
			Set<Whom> whom = whom(population);
			if (whom.isEmpty()) {
				return Fit.UNCLEAR;
			}
			all.addAll(whom);
		}
		return Fit.worse(all.contains(Whom.ADULTS) ? from(ADULT) : Fit.MEANT, sex(all));
	}

	private Fit sex(Set<Whom> all) {
		if (all.contains(Whom.WOMEN) == all.contains(Whom.MEN)) {
			return Fit.MEANT;
		}
		return this.sex.map((own) -> all.contains(own) ? Fit.MEANT : Fit.FOR_OTHERS).orElse(Fit.UNCLEAR);
	}

	/** The people that codes and words describe; nobody if a word is not known. */
	private Set<Whom> whom(Population population) {
		Set<Whom> whom = EnumSet.noneOf(Whom.class);
		for (Whom one : Whom.values()) {
			if (one.codes(this.populations).containsAny(population.codes())) {
				whom.add(one);
			}
		}
		String words = (population.text().isEmpty() && whom.isEmpty()) ? population.display() : population.text();
		for (String word : NO_WORD.split(words.toLowerCase(Locale.ROOT))) {
			if (!word.isEmpty()) {
				Set<Whom> named = named(word);
				if (named.isEmpty()) {
					return named;
				}
				whom.addAll(named);
			}
		}
		return whom;
	}

	private Set<Whom> named(String word) {
		Set<Whom> named = EnumSet.noneOf(Whom.class);
		for (Whom one : Whom.values()) {
			if (this.populations.names(one.codes(this.populations), word)) {
				named.add(one);
			}
		}
		return named;
	}

	/** The people for whom reports say a range is meant. */
	private enum Whom {

		WOMEN, MEN, ADULTS;

		CodeSet codes(Populations populations) {
			return switch (this) {
				case WOMEN -> populations.women();
				case MEN -> populations.men();
				case ADULTS -> populations.adults();
			};
		}

	}

	/** Whether a range is meant for this patient; a later constant takes precedence. */
	enum Fit {

		MEANT, UNCLEAR, FOR_OTHERS;

		static Fit worse(Fit one, Fit other) {
			return (one.compareTo(other) > 0) ? one : other;
		}

	}

}
