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

/** Which version of a resource an entry is: its number, and when it was last changed. */
public record EntryVersion(Optional<BigInteger> number, Optional<ChartTime> changed) {

	/** A server counts; other ids of versions say nothing of their order. */
	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	static EntryVersion of(Resource resource) {
		String number = Objects.toString(resource.getMeta().getVersionIdElement().getValueAsString(), "").strip();
		return new EntryVersion(
				Optional.of(number).filter((text) -> NUMBER.matcher(text).matches()).map(BigInteger::new),
				ChartTimes.of(resource.getMeta().getLastUpdatedElement()));
	}

	/**
	 * Whether both say the same, letter by letter, but for what tells their versions.
	 * What is malformed can be written again, and not copied.
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

	/** One says so, and the other does not say the reverse. */
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
