package org.twitchingreference.sandbox.chart;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import org.hl7.fhir.r4.model.Bundle;

/**
 * The patients of the sandbox, read once at the start and held in memory: the hand-made
 * charts first, then those of the given folders.
 */
public final class SandboxCharts {

	private final Map<String, PatientChart> byPatient = new LinkedHashMap<>();

	private SandboxCharts() {
	}

	/** Fails with an UnusableChartException that names the first broken file. */
	public static SandboxCharts load(List<Path> directories, LocalDate today) {
		FhirContext fhir = FhirContext.forR4Cached();
		Stream<ChartFile> files = Stream.concat(ChartFile.builtIn().stream(),
				directories.stream().map(ChartFile::in).flatMap(List::stream));
		SandboxCharts charts = new SandboxCharts();
		files.toList().parallelStream().map((file) -> read(file, fhir, today)).forEachOrdered(charts::add);
		return charts;
	}

	private static ReadFile read(ChartFile file, FhirContext fhir, LocalDate today) {
		try {
			Bundle bundle = fhir.newJsonParser().parseResource(Bundle.class, file.json(today));
			List<PatientChart> charts = new ChartBundle(bundle, fhir).charts();
			return new ReadFile(file.name(), charts);
		}
		catch (DataFormatException | IllegalArgumentException | ClassCastException ex) {
			throw new UnusableChartException(file.name(), ex);
		}
	}

	private void add(ReadFile file) {
		file.charts().stream().sorted(Comparator.comparing(PatientChart::id)).forEach((chart) -> {
			if (this.byPatient.putIfAbsent(chart.id(), chart) != null) {
				throw new UnusableChartException(file.name(), "Patient/" + chart.id() + " was loaded before");
			}
		});
	}

	public Collection<PatientChart> all() {
		return this.byPatient.values();
	}

	public Optional<PatientChart> of(String patientId) {
		return Optional.ofNullable(this.byPatient.get(patientId));
	}

	/** Whether any chart holds the resource with this relative reference. */
	public boolean hold(String reference) {
		return all().stream().anyMatch((chart) -> chart.find(reference).isPresent());
	}

	private record ReadFile(String name, List<PatientChart> charts) {

	}

}
