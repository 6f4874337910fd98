package org.twitchingreference.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.CodeMap.LocalCode;
import org.twitchingreference.fhir.InvalidFieldException;

/** Makes one code map of all that a launch-config file says, checked line by line. */
final class CodeMaps {

	static final int MAXIMUM = 5000;

	static final String TOO_MANY = "keep `code-map` and `code-map-file` to " + MAXIMUM
			+ " entries together: those of the results that this app reads";

	private final Map<LocalCode, String> entries = new LinkedHashMap<>();

	CodeMaps add(List<CodeMapEntry> written, String where) {
		if (this.entries.size() + written.size() > MAXIMUM) {
			throw new InvalidFieldException(TOO_MANY);
		}
		int number = 0;
		for (CodeMapEntry entry : written) {
			number++;
			String place = "entry " + number + " of " + where;
			if (this.entries.put(entry.local(place), entry.target(place)) != null) {
				throw new InvalidFieldException("remove " + place + ", whose local code is mapped already");
			}
		}
		return this;
	}

	CodeMap map() {
		return new CodeMap(this.entries);
	}

}
