package org.twitchingreference.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.twitchingreference.chart.Person;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ChartTimes;

/** The Patient resource as the person of the chart. */
public final class PersonMapping {

	private static final Set<String> SEXES = Set.of("male", "female", "other", "unknown");

	/** Names by use: the best to show first; former names only if there is no other. */
	private static final List<String> USES = List.of("official", "usual", "", "nickname", "temp", "anonymous", "maiden",
			"old");

	private PersonMapping() {
	}

	static Person of(Patient patient, String reference) {
		Optional<String> sex = Optional.ofNullable(patient.getGenderElement().getValueAsString())
			.filter(SEXES::contains);
		return new Person(reference, name(patient), ChartTimes.of(patient.getBirthDateElement().getValueAsString()),
				sex);
	}

	/** The person of a chart whose patient record was not read. */
	public static Person unread(String reference) {
		return new Person(reference, "", Optional.empty(), Optional.empty());
	}

	private static String name(Patient patient) {
		return patient.getName()
			.stream()
			.sorted(Comparator.comparingInt(PersonMapping::rank))
			.map(PersonMapping::shown)
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static int rank(HumanName name) {
		int rank = USES.indexOf(Objects.toString(name.getUseElement().getValueAsString(), ""));
		return (rank >= 0) ? rank : USES.size();
	}

	private static String shown(HumanName name) {
		String text = ChartText.name(name.getText());
		if (!text.isEmpty()) {
			return text;
		}
		Stream<String> given = name.getGiven().stream().map(PrimitiveType::getValue);
		return ChartText.name(Stream.concat(given, Stream.of(Objects.toString(name.getFamily(), "")))
			.map(ChartText::name)
			.collect(Collectors.joining(" ")));
	}

}
