package org.twitchingreference.assessment.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ReportFlag;
import org.twitchingreference.clinical.FlagWords;

/**
 * Reads the flags that reports put on their results: codes and words of HL7's
 * ObservationInterpretation and table 0078.
 */
public final class ReportFlags {

	private static final Set<String> LOW = Set.of("L", "LL", "LU", "LX", "<");

	private static final Set<String> HIGH = Set.of("H", "HH", "HU", "HX", ">");

	/** Abnormal without a side; so are L and H together. */
	private static final Set<String> ABNORMAL = Set.of("A", "AA", "L", "H", "LL", "HH");

	/** Beyond the laboratory's own critical limits; AA does not say on which side. */
	private static final Set<String> CRITICAL = Set.of("AA", "LL", "HH");

	private final FlagWords words;

	public ReportFlags(FlagWords words) {
		this.words = words;
	}

	Understood of(LabResult result) {
		Set<String> codes = result.flags().stream().flatMap(this::meant).collect(Collectors.toSet());
		List<String> open = result.flags()
			.stream()
			.filter((flag) -> meant(flag).findAny().isEmpty())
			.map(ReportFlag::shown)
			.distinct()
			.toList();
		return new Understood(codes, open);
	}

	private Stream<String> meant(ReportFlag flag) {
		return Stream.concat(flag.codes().stream(), flag.words().stream())
			.flatMap((written) -> this.words.read(written).stream());
	}

	/** The flags of the result, in the report's own words. */
	public static RangeUsed shown(LabResult result) {
		return RangeUsed.ofFlags(result.flags().stream().map(ReportFlag::shown).distinct().toList());
	}

	/** The codes that were understood, and the words that were not. */
	record Understood(Set<String> codes, List<String> open) {

		Understood {
			codes = Set.copyOf(codes);
			open = List.copyOf(open);
		}

		/** The side that the report names, empty when it names none or both. */
		Optional<Side> side() {
			boolean low = this.codes.stream().anyMatch(LOW::contains);
			boolean high = this.codes.stream().anyMatch(HIGH::contains);
			if (low == high) {
				return (!low && this.codes.contains("N")) ? Optional.of(Side.WITHIN) : Optional.empty();
			}
			return Optional.of(low ? Side.BELOW : Side.ABOVE);
		}

		boolean isAbnormal() {
			return this.codes.stream().anyMatch(ABNORMAL::contains);
		}

		boolean isCritical() {
			return this.codes.stream().anyMatch(CRITICAL::contains);
		}

		boolean isCriticallyLow() {
			return this.codes.contains("LL");
		}

		boolean isCriticallyHigh() {
			return this.codes.contains("HH");
		}

	}

}
