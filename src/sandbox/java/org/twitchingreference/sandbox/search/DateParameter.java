package org.twitchingreference.sandbox.search;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.chart.DateRange;

/**
 * A date parameter, with the prefixes eq, lt, le, gt and ge (FHIR R4 search, 3.1.1.5.6).
 */
public record DateParameter(String name, String element) implements SearchParameter {

	private static final Pattern VALUE = Pattern.compile("(eq|lt|le|gt|ge)?(\\d.*)");

	@Override
	public String type() {
		return "date";
	}

	@Override
	public Predicate<Resource> criterion(String value) {
		Matcher matcher = VALUE.matcher(value);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'" + value + "' is no date with the prefix eq, lt, le, gt or ge");
		}
		Predicate<DateRange> wanted = wanted(Optional.ofNullable(matcher.group(1)).orElse("eq"),
				DateRange.of(matcher.group(2)));
		return (resource) -> span(resource).filter(wanted).isPresent();
	}

	/**
	 * The time of the element; empty if the resource does not have it or it is not a
	 * time.
	 */
	public Optional<DateRange> span(Resource resource) {
		return elements(resource).flatMap((element) -> spanOf(element).stream()).findFirst();
	}

	private static Optional<DateRange> spanOf(Base element) {
		if (element instanceof Period period) {
			return Optional.of(DateRange.of(period));
		}
		if (element instanceof Meta meta) {
			return Optional.of(meta.getLastUpdatedElement()).filter(InstantType::hasValue).map(DateRange::of);
		}
		return (element instanceof BaseDateTimeType date) ? Optional.of(DateRange.of(date)) : Optional.empty();
	}

	private static Predicate<DateRange> wanted(String prefix, DateRange value) {
		return switch (prefix) {
			case "lt" -> (found) -> found.from().isBefore(value.from());
			case "le" -> (found) -> found.from().isBefore(value.until());
			case "gt" -> (found) -> found.until().isAfter(value.until());
			case "ge" -> (found) -> found.until().isAfter(value.from());
			default -> value::contains;
		};
	}

}
