package org.twitchingreference.fhir;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which LOINC code each local code of one EHR stands for, as written in launch-config.
 * Units are not mapped.
 */
public record CodeMap(Map<LocalCode, String> loincByLocalCode) {

	/** For an EHR whose results carry LOINC codes of their own. */
	public static final CodeMap NONE = new CodeMap(Map.of());

	public CodeMap {
		loincByLocalCode = Collections.unmodifiableMap(new LinkedHashMap<>(loincByLocalCode));
	}

	/** The LOINC code that the local code stands for, if any. */
	public Optional<String> loinc(String system, String code) {
		return Optional.ofNullable(this.loincByLocalCode.get(new LocalCode(system, code)));
	}

	/**
	 * All local codes that stand for one of these LOINC codes, for the query that
	 * searches by code.
	 */
	public Set<LocalCode> localCodes(Collection<String> loinc) {
		return this.loincByLocalCode.entrySet()
			.stream()
			.filter((mapped) -> loinc.contains(mapped.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Prints only the number of codes. */
	@Override
	public String toString() {
		return "CodeMap[" + this.loincByLocalCode.size() + "]";
	}

	/** A code in a code system of the EHR's own. */
	public record LocalCode(String system, String code) {

	}

}
