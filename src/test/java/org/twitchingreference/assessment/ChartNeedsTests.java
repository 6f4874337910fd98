package org.twitchingreference.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Said;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class ChartNeedsTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private final ChartRequirements requirements = ChartNeeds.of(KNOWLEDGE);

	@Test
	void asksForEveryCodeOfEveryAnalyteAndForThoseThatAreNot() {
		Set<Code> all = this.requirements.codes().values().stream().flatMap(Set::stream).collect(Collectors.toSet());

		KNOWLEDGE.analytes().values().forEach((analyte) -> {
			analyte.codes().ifPresent((codes) -> assertThat(all).as(analyte.id()).containsAll(codes.codes()));
			analyte.excluded().ifPresent((codes) -> assertThat(all).as(analyte.id()).containsAll(codes.codes()));
		});
		assertThat(this.requirements.codes()).containsKeys(Part.LABORATORY, Part.VITAL_SIGNS);
	}

	@Test
	void looksBackAsFarAsAnyResultCounts() {
		int longest = KNOWLEDGE.analytes()
			.values()
			.stream()
			.filter((analyte) -> Facts.part(analyte) == Part.LABORATORY)
			.mapToInt(Analyte::validDays)
			.max()
			.orElseThrow();

		assertThat(this.requirements.days().get(Part.LABORATORY)).isGreaterThan(longest);
		assertThat(this.requirements.days()).doesNotContainKeys(Part.PROBLEMS, Part.MEDICATIONS, Part.PATIENT);
	}

	@Test
	void looksAtMedicinesThatEndedForAsLongAsAnyOfThemActs() throws IOException {
		Pattern depot = Pattern.compile("\"depot-days\",\\s*\"valuePositiveInt\": (\\d+)");
		int longest;
		try (Stream<Path> files = Files.walk(Path.of("fhir-resources/PlanDefinition"))) {
			longest = files.filter(Files::isRegularFile)
				.flatMap((file) -> depot.matcher(text(file)).results())
				.mapToInt((result) -> Integer.parseInt(result.group(1)))
				.max()
				.orElseThrow();
		}

		assertThat(this.requirements.afterMedicines()).isPresent();
		assertThat(this.requirements.afterMedicines().getAsInt()).isGreaterThan(longest);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void saysSinceWhenNothingWasMeasuredWhereOlderResultsWereNotAskedFor() {
		LocalDate since = LocalDate.of(2025, 11, 18);
		Chart whole = SampleChart.chart().build();
		List<PartRead> parts = whole.parts()
			.stream()
			.map((read) -> new PartRead(read.part(), read.outcome(), read.entries(), read.pages(), read.why(),
					read.unreadable(), Optional.of(since), List.of()))
			.toList();

		assertThat(whys(whole)).contains("never measured in this chart");
		assertThat(whys(new Chart(whole.patient(), List.of(), List.of(), List.of(), List.of(), parts)))
			.contains("not measured since 18 Nov 2025")
			.doesNotContain("never measured in this chart");
	}

	private static List<String> whys(Chart chart) {
		return new Assessor(KNOWLEDGE).assess(chart, CaseTests.TODAY)
			.gaps()
			.stream()
			.map((gap) -> Said.of(gap.why()))
			.toList();
	}

}
