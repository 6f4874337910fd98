package org.twitchingreference.assessment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Which analytes a result's codes mean, found by code instead of by searching every set.
 */
final class CodeIndex {

	private final Map<Code, Set<String>> meaning = new HashMap<>();

	private final Map<Code, Set<String>> excluded = new HashMap<>();

	CodeIndex(Knowledge knowledge) {
		knowledge.analytes().values().forEach((analyte) -> {
			analyte.codes().ifPresent((codes) -> add(this.meaning, codes, analyte));
			analyte.excluded().ifPresent((codes) -> add(this.excluded, codes, analyte));
		});
	}

	private static void add(Map<Code, Set<String>> index, CodeSet codes, Analyte analyte) {
		codes.codes().forEach((code) -> index.computeIfAbsent(code, (key) -> new HashSet<>()).add(analyte.id()));
	}

	Set<String> analytes(List<Code> codes) {
		Set<String> found = found(codes, this.meaning);
		if (!found.isEmpty()) {
			found.removeAll(excluded(codes));
		}
		return found;
	}

	/** The analytes that a result with these codes must not be taken for. */
	Set<String> excluded(List<Code> codes) {
		return found(codes, this.excluded);
	}

	private static Set<String> found(List<Code> codes, Map<Code, Set<String>> index) {
		Set<String> found = new HashSet<>(2);
		for (Code code : codes) {
			Set<String> analytes = index.get(code);
			if (analytes != null) {
				found.addAll(analytes);
			}
		}
		return found;
	}

}
