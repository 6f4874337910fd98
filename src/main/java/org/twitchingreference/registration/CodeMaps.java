package org.twitchingreference.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.CodeMap.LocalCode;
import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;

/**
 * Combines everything a launch-config file says about local codes into one code map,
 * checked line by line.
 */
final class CodeMaps {

	static final int MAXIMUM = 5000;

	static final String TOO_MANY = "keep `code-map` and `code-map-file` to " + MAXIMUM
			+ " entries together: those of the results that this app reads";

	private final Map<LocalCode, String> entries = new LinkedHashMap<>();

	CodeMaps add(List<CodeMapEntry> written, String field) {
		if (this.entries.size() + written.size() > MAXIMUM) {
			throw new InvalidFieldException(field, FieldFault.OUT_OF_RANGE, TOO_MANY);
		}
		FieldChecks checks = new FieldChecks();
		for (int i = 0; i < written.size(); i++) {
			CodeMapEntry entry = written.get(i);
			CodeMapPlace place = new CodeMapPlace(field, i);
			checks.get(() -> add(entry, place), false);
		}
		checks.done();
		return this;
	}

	private boolean add(CodeMapEntry entry, CodeMapPlace place) {
		if (this.entries.put(entry.local(place), entry.target(place)) != null) {
			throw new InvalidFieldException(place.field(), FieldFault.DUPLICATE,
					"remove " + place + ", whose local code is mapped already");
		}
		return true;
	}

	CodeMap map() {
		return new CodeMap(this.entries);
	}

}
