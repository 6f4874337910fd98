package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.ReportFlag;
import org.twitchingreference.chart.TextAmounts;

/** The flags that a report puts on its own results (Observation.interpretation). */
public final class ReportFlagMapping {

	private static final int MOST = 20;

	/** HL7 v3 ObservationInterpretation and its predecessor, v2 table 0078. */
	private static final Set<String> SYSTEMS = Set.of(
			"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
			"http://hl7.org/fhir/v3/ObservationInterpretation",
			"http://hl7.org/fhir/ValueSet/observation-interpretation", "http://terminology.hl7.org/CodeSystem/v2-0078",
			"http://hl7.org/fhir/v2/0078", "urn:oid:2.16.840.1.113883.5.83", "2.16.840.1.113883.5.83",
			"urn:oid:2.16.840.1.113883.12.78", "2.16.840.1.113883.12.78");

	/** Codes of critical values, which are clear in any code system. */
	private static final Set<String> PLAIN = Set.of("LL", "HH");

	private ReportFlagMapping() {
	}

	/** Its interpretations, and a flag that stands behind a value written as text. */
	public static List<ReportFlag> of(List<CodeableConcept> interpretations, @Nullable Type value) {
		Stream<ReportFlag> stated = interpretations.stream()
			.filter((one) -> one.hasCoding() || one.hasText())
			.limit(MOST)
			.map(ReportFlagMapping::flag);
		return Stream
			.concat(stated,
					ResultValueMapping.text(value).flatMap(TextAmounts::flag).map(ReportFlagMapping::plain).stream())
			.toList();
	}

	/** All words of the interpretations, which may say what spoils the result. */
	public static Stream<String> allWords(List<CodeableConcept> interpretations) {
		return interpretations.stream().limit(MOST).flatMap(ReportFlagMapping::words);
	}

	private static Stream<String> words(CodeableConcept interpretation) {
		return Stream
			.concat(Stream.of(ChartText.name(interpretation.getText())),
					interpretation.getCoding().stream().map(Coding::getDisplay).map(ChartText::name))
			.filter((word) -> !word.isEmpty())
			.limit(MOST);
	}

	private static ReportFlag plain(String code) {
		return new ReportFlag(Set.of(code), List.of(), code);
	}

	private static ReportFlag flag(CodeableConcept interpretation) {
		Set<String> codes = interpretation.getCoding()
			.stream()
			.filter((coding) -> isHl7(Objects.toString(coding.getSystem(), ""))
					|| PLAIN.contains(Objects.toString(coding.getCode(), "").strip()))
			.map((coding) -> ChartText.name(coding.getCode()))
			.filter((code) -> !code.isEmpty())
			.limit(MOST)
			.collect(Collectors.toSet());
		return new ReportFlag(codes, words(interpretation).toList(), shown(interpretation, codes));
	}

	/** The flag as shown: HL7's codes where it has any, otherwise its name. */
	private static String shown(CodeableConcept interpretation, Set<String> codes) {
		return codes.isEmpty() ? Codings.name(interpretation)
				: interpretation.getCoding()
					.stream()
					.map((coding) -> ChartText.name(coding.getCode()))
					.filter(codes::contains)
					.distinct()
					.collect(Collectors.joining(", "));
	}

	private static boolean isHl7(String system) {
		return system.isBlank() || SYSTEMS.contains(system.strip());
	}

}
