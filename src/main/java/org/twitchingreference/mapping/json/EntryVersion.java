package org.twitchingreference.mapping.json;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartTimes;

/**
 * Which version of a resource an entry is: its number (meta.versionId), and when it was
 * last changed (meta.lastUpdated).
 */
public record EntryVersion(Optional<BigInteger> number, Optional<ChartTime> changed) {

	/** Version ids that are numbers grow; other ids say nothing about their order. */
	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	static EntryVersion of(Resource resource) {
		String number = Objects.toString(resource.getMeta().getVersionIdElement().getValueAsString(), "").strip();
		return new EntryVersion(
				Optional.of(number).filter((text) -> NUMBER.matcher(text).matches()).map(BigInteger::new),
				ChartTimes.of(resource.getMeta().getLastUpdatedElement()));
	}

	/**
	 * Whether both say the same, letter by letter, apart from meta. Malformed values are
	 * compared as they were written, which HAPI can encode but not copy.
	 */
	static boolean isSame(Resource one, Resource other) {
		return one.fhirType().equals(other.fhirType()) && written(one).equals(written(other));
	}

	private static String written(Resource resource) {
		return FhirContext.forR4Cached()
			.newJsonParser()
			.setDontEncodeElements(List.of("*.meta"))
			.encodeResourceToString(resource);
	}

	/**
	 * Whether it is certainly newer: by number or by time of change, unless the other of
	 * the two says the reverse.
	 */
	public boolean isNewerThan(EntryVersion other) {
		int byNumber = byNumber(other);
		int byTime = isBefore(other, this) ? 1 : isBefore(this, other) ? -1 : 0;
		return byNumber >= 0 && byTime >= 0 && byNumber + byTime > 0;
	}

	private int byNumber(EntryVersion other) {
		return (this.number.isPresent() && other.number.isPresent()) ? this.number.get().compareTo(other.number.get())
				: 0;
	}

	private static boolean isBefore(EntryVersion one, EntryVersion other) {
		return one.changed.isPresent() && other.changed.isPresent() && one.changed.get().isBefore(other.changed.get());
	}

}
