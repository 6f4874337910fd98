package org.twitchingreference.assessment.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * The results of a chart by the analyte they belong to. Those that belong to it only by
 * their name or a text are included, with a status that keeps them from being used.
 */
final class ResultsByAnalyte {

	private final Map<String, Analyte> analytes;

	private final ResultIndex index;

	private final SampleFlags sampleFlags;

	private final Map<String, List<LabResult>> meant = new HashMap<>();

	private final Map<String, List<LabResult>> excluded = new HashMap<>();

	private final Map<String, List<LabResult>> unrecognised = new HashMap<>();

	private final Set<LabResult> ofOtherSpecimens = new LinkedHashSet<>();

	private final Set<LabResult> namedOnly = new LinkedHashSet<>();

	ResultsByAnalyte(Chart chart, Knowledge knowledge, CodeIndex index) {
		this.analytes = knowledge.analytes();
		this.index = index.results();
		this.sampleFlags = new SampleFlags(Stream.of(Part.values()).flatMap((part) -> ofThePatient(chart, part)),
				knowledge.flagWords(), this.analytes.values());
		ofThePatient(chart, Part.LABORATORY).forEach(this::laboratory);
		ofThePatient(chart, Part.SCORES).forEach(this::coded);
		Stream.of(Part.VITAL_SIGNS, Part.SOCIAL_HISTORY, Part.PREGNANCY)
			.forEach((part) -> ofThePatient(chart, part).forEach((result) -> elsewhere(result, part)));
	}

	private static Stream<LabResult> ofThePatient(Chart chart, Part part) {
		return chart.observations(part).stream().filter((result) -> result.about().isEmpty());
	}

	private void laboratory(LabResult result) {
		coded(result);
		if (!isCoded(result) && result.status() != Status.IN_REPORT) {
			this.index.inWords(result).forEach((id) -> mean(id, result.asReport()));
			this.index.byName(result).forEach((id) -> {
				mean(id, this.index.quoting(id, result).with(Status.BY_NAME));
				this.namedOnly.add(result);
			});
		}
	}

	private boolean isCoded(LabResult result) {
		return !this.index.analytes(result.codes()).isEmpty() || !this.index.excluded(result.codes()).isEmpty();
	}

	private void coded(LabResult result) {
		this.index.analytes(result).forEach((id) -> mean(id, result));
		this.index.excluded(result.codes()).forEach((id) -> add(this.excluded, id, result));
		if (!isCoded(result) && result.status() != Status.IN_REPORT) {
			this.index.hinted(result)
				.forEach(
						(analyte) -> this.unrecognised.computeIfAbsent(analyte, (id) -> new ArrayList<>()).add(result));
		}
	}

	/**
	 * A result with a laboratory code counts as one whatever its category, just as
	 * servers are searched by code; one with the code of a vital sign counts among vital
	 * signs.
	 */
	private void elsewhere(LabResult result, Part part) {
		this.index.analytes(result.codes())
			.stream()
			.filter((id) -> Facts.part(analyte(id)) == Part.LABORATORY || Facts.part(analyte(id)) == part)
			.forEach((id) -> mean(id, result));
		this.index.excluded(result.codes()).forEach((id) -> add(this.excluded, id, result));
	}

	/**
	 * Adds a result of the analyte; one of another specimen is none of it, whatever its
	 * code says.
	 */
	private void mean(String id, LabResult result) {
		if (this.index.isOfOtherSpecimen(result, analyte(id))) {
			this.ofOtherSpecimens.add(result);
			add(this.excluded, id, result);
		}
		else {
			add(this.meant, id, result);
		}
	}

	/** A server may deliver the same entry for two parts. */
	private void add(Map<String, List<LabResult>> results, String id, LabResult given) {
		LabResult result = this.sampleFlags.addTo(given)
			.named(BareCode.named(given.name(), given.codes(), analyte(id).title()));
		List<LabResult> known = results.computeIfAbsent(id, (key) -> new ArrayList<>());
		if (!known.contains(result)) {
			known.add(result);
		}
	}

	private Analyte analyte(String id) {
		return Objects.requireNonNull(this.analytes.get(id), id);
	}

	/** The results that mean the analyte or may be one, whatever their status. */
	List<LabResult> of(Analyte analyte) {
		return this.meant.getOrDefault(analyte.id(), List.of());
	}

	/** The results that must not be taken for the analyte. */
	List<LabResult> excluded(Analyte analyte) {
		return this.excluded.getOrDefault(analyte.id(), List.of());
	}

	/** Results that belong to an analyte only by their name or text, not by a code. */
	Set<LabResult> namedOnly() {
		return this.namedOnly;
	}

	/** Results whose specimen is another than their code or name says. */
	Set<LabResult> ofOtherSpecimens() {
		return this.ofOtherSpecimens;
	}

	/** Results without a known code whose names mention the analyte. */
	List<LabResult> unrecognised(Analyte analyte) {
		return this.unrecognised.getOrDefault(analyte.id(), List.of());
	}

}
