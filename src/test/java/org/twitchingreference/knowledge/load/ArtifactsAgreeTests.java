package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactsAgreeTests {

	private static final String ADDITIONS = "src/test/resources/knowledge/additions.csv";

	private static final String LOINC = "http://loinc.org";

	private static final String SNOMED = "http://snomed.info/sct";

	private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

	/** The WHO's own. */
	private static final String WHO = "http://hl7.org/fhir/sid/icd-10";

	private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	private static final String ATC = "http://www.whocc.no/atc";

	private static final Set<String> CHECKED = Set.of(LOINC, SNOMED, ICD, WHO, RXNORM, ATC);

	private final List<Bound> bound = bound();

	@Test
	void bindsOnlyCodesOfTheKnowledgePack() {
		Set<Code> known = new HashSet<>();
		known.addAll(codes("labs.csv", LOINC, 1));
		known.addAll(codes("conditions.csv", SNOMED, 1));
		known.addAll(codes("conditions.csv", ICD, 2));
		known.addAll(codes("medications.csv", RXNORM, 1));
		known.addAll(codes("medications.csv", ATC, 2));
		Table.rows("additions.csv").forEach((row) -> known.add(new Code(row.get(0), row.get(1))));

		assertThat(this.bound).hasSizeGreaterThan(400);
		assertThat(
				this.bound.stream()
					.filter((one) -> !known.contains(one.code()))
					.map((one) -> one + ": add the line `" + one.code().system() + "," + one.code().code()
							+ ",<where it was seen>,<LOINC's display>` to " + ADDITIONS + ", or correct the code"))
			.isEmpty();
	}

	@Test
	void namesEveryAdditionThatItMakes() {
		Set<Code> used = this.bound.stream().map(Bound::code).collect(Collectors.toSet());

		assertThat(
				Table.rows("additions.csv").stream().filter((row) -> !used.contains(new Code(row.get(0), row.get(1)))))
			.as("%s: no value set has these codes any more, delete their lines", ADDITIONS)
			.isEmpty();
		assertThat(Table.rows("additions.csv").stream().filter((row) -> row.get(2).isBlank()))
			.as("%s: write in the third column of these lines where the code was seen", ADDITIONS)
			.isEmpty();
	}

	@Test
	void showsLoincCodesByTheirOwnNames() {
		Map<String, String> displays = new HashMap<>();
		Table.rows("labs.csv").forEach((row) -> displays.put(row.get(1), row.get(2)));
		Table.rows("additions.csv")
			.stream()
			.filter((row) -> row.get(0).equals(LOINC))
			.forEach((row) -> displays.put(row.get(1), row.get(3)));

		assertThat(this.bound.stream()
			.filter((one) -> one.code().system().equals(LOINC))
			.filter((one) -> !one.display().equals(displays.get(one.code().code())))
			.map((one) -> one + " has the display '" + one.display() + "': write '" + displays.get(one.code().code())
					+ "' as in labs.csv or " + ADDITIONS))
			.isEmpty();
	}

	@Test
	void neverMatchesACodeThatMustNotMatch() {
		Set<String> forbidden = Table.rows("labs.csv")
			.stream()
			.filter((row) -> row.get(3).equals("do-not-match"))
			.map((row) -> row.get(1))
			.collect(Collectors.toSet());
		Set<String> matched = KnowledgeConfiguration.knowledge()
			.analytes()
			.values()
			.stream()
			.flatMap((analyte) -> analyte.codes().stream())
			.flatMap((codes) -> codes.codes().stream())
			.map(Code::code)
			.collect(Collectors.toSet());

		assertThat(forbidden).isNotEmpty();
		assertThat(matched).as("labs.csv says do-not-match of a LOINC code: take it out of the ValueSet of the analyte")
			.isNotEmpty()
			.doesNotContainAnyElementsOf(forbidden);
	}

	@Test
	void excludesEveryCodeThatMustNotMatch() {
		Set<String> excluded = this.bound.stream()
			.filter((one) -> one.valueSet().endsWith("-excluded"))
			.map((one) -> one.code().code())
			.collect(Collectors.toSet());

		assertThat(Table.rows("labs.csv")).filteredOn((row) -> row.get(3).equals("do-not-match"))
			.extracting((row) -> row.get(1))
			.as("labs.csv says do-not-match of LOINC codes: add them to the ValueSet of their analyte that ends in -excluded")
			.isSubsetOf(excluded);
	}

	@Test
	void putsEachCodeInOneValueSet() {
		Map<Code, Set<String>> places = this.bound.stream()
			.collect(Collectors.groupingBy(Bound::code,
					Collectors.mapping(Bound::valueSet, Collectors.toCollection(TreeSet::new))));

		assertThat(places.entrySet()
			.stream()
			.filter((place) -> place.getValue().size() > 1)
			.map((place) -> place.getKey().system() + " " + place.getKey().code() + " stands in the ValueSets "
					+ place.getValue() + ": leave it in one, which the others include by compose.include.valueSet"))
			.isEmpty();
	}

	@Test
	void givesEachLimitOfAnAnalyteOneName() {
		Set<String> accepted = Table.rows("same-limits.csv")
			.stream()
			.map((row) -> row.get(0) + " " + row.get(1))
			.collect(Collectors.toSet());

		assertThat(KnowledgeConfiguration.knowledge().analytes()).isNotEmpty().allSatisfy((id, analyte) -> {
			Map<String, Set<String>> names = analyte.thresholds()
				.values()
				.stream()
				.collect(Collectors.groupingBy(ArtifactsAgreeTests::limit,
						Collectors.mapping(Analyte.Threshold::id, Collectors.toCollection(TreeSet::new))));
			assertThat(names.values())
				.as("ObservationDefinition/ObservationDefinition-%s.json has thresholds at one limit: make them one, or say "
						+ "in same-limits.csv why they are two", id)
				.allMatch((same) -> same.size() == 1 || accepted.contains(id + " " + String.join(";", same)));
		});
	}

	private static String limit(Analyte.Threshold threshold) {
		return (threshold.below() ? "below " : "from ") + threshold.limit().stripTrailingZeros().toPlainString();
	}

	/** The own concepts and filter roots of all value sets. */
	private static List<Bound> bound() {
		try (Stream<Path> files = Files.list(Path.of("fhir-resources/ValueSet"))) {
			return files.sorted()
				.map((file) -> new JsonMapper().readTree(Table.read(file)))
				.flatMap(ArtifactsAgreeTests::bound)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Bound> bound(JsonNode valueSet) {
		String id = valueSet.required("id").stringValue();
		return valueSet.required("compose")
			.required("include")
			.valueStream()
			.filter((include) -> CHECKED.contains(include.path("system").asString("")))
			.flatMap((include) -> Stream.concat(
					include.path("concept").valueStream().map((concept) -> bound(id, include, concept, "code")),
					include.path("filter").valueStream().map((filter) -> bound(id, include, filter, "value"))));
	}

	private static Bound bound(String valueSet, JsonNode include, JsonNode concept, String field) {
		Code code = new Code(include.required("system").stringValue(), concept.required(field).stringValue());
		return new Bound(valueSet, code, concept.path("display").asString(""));
	}

	private static Set<Code> codes(String file, String system, int column) {
		return Table.rows(file)
			.stream()
			.flatMap((row) -> Stream.of(row.get(column).split(";")))
			.filter((code) -> !code.isBlank())
			.map((code) -> new Code(system, code))
			.collect(Collectors.toSet());
	}

	/** A code as one value set itself names it. */
	private record Bound(String valueSet, Code code, String display) {

		@Override
		public String toString() {
			return "ValueSet/ValueSet-" + this.valueSet + ".json: " + this.code.system() + " " + this.code.code();
		}

	}

}
