package org.twitchingreference.assessment.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ReportFlag;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.FlagWords;
import org.twitchingreference.knowledge.Analyte;

/**
 * Finds results that say something about the sample itself, such as a flagged haemolysis
 * index, and adds their names to the notes of the other results of the same time: there
 * they spoil a potassium as a note of the laboratory would.
 */
final class SampleFlags {

	private static final String NORMAL = "N";

	private final Set<String> spoiling;

	private final Map<Object, Set<String>> names = new HashMap<>();

	SampleFlags(Stream<LabResult> results, FlagWords words, Collection<Analyte> analytes) {
		this.spoiling = analytes.stream().flatMap((one) -> one.spoilingNotes().stream()).collect(Collectors.toSet());
		results.filter((result) -> result.status().isReported() && isOfTheSample(result.name()))
			.filter((result) -> result.flags().stream().anyMatch((flag) -> !isNormal(flag, words)))
			.forEach((result) -> result.time()
				.map(SampleFlags::key)
				.ifPresent(
						(when) -> this.names.computeIfAbsent(when, (key) -> new LinkedHashSet<>()).add(result.name())));
	}

	private boolean isOfTheSample(String name) {
		String words = name.toLowerCase(Locale.ROOT);
		return this.spoiling.stream().anyMatch(words::contains);
	}

	private static boolean isNormal(ReportFlag flag, FlagWords words) {
		List<String> meant = Stream.concat(flag.codes().stream(), flag.words().stream())
			.flatMap((written) -> words.read(written).stream())
			.toList();
		return !meant.isEmpty() && meant.stream().allMatch(NORMAL::equals);
	}

	/** Equal for results of the same time. */
	private static Object key(ChartTime time) {
		return time.isMoment() ? time.earliest() : new DaySpan(time.firstDay(), time.lastDay());
	}

	/** The result with these names among its notes. */
	LabResult addTo(LabResult result) {
		Optional<Set<String>> beside = result.time().map(SampleFlags::key).map(this.names::get);
		return beside.map(result::noting).orElse(result);
	}

	private record DaySpan(LocalDate first, LocalDate last) {

	}

}
