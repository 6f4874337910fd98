package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.orders.Ordering;

/**
 * A test or a management option (ActivityDefinition): id, title, its text in our words,
 * the ids of the analytes whose results mean that the test is done (empty for options and
 * for tests without a result), how an order for it and a study that did it are
 * recognised, the ids of the tests that it is one suggestion with, what is ordered to
 * have it done, from which urgency of a finding on it is withheld, and its sources.
 */
public record Activity(String id, Kind kind, String title, String text, List<String> analytes, Optional<Trace> orders,
		Optional<Trace> studies, List<String> askedWith, Ordering ordering, Optional<Urgency> withheldWhile,
		List<Source> sources) {

	public Activity {
		analytes = List.copyOf(analytes);
		askedWith = List.copyOf(askedWith);
		sources = List.copyOf(sources);
	}

	/** What the activity is. */
	public enum Kind {

		TEST, OPTION,
		/** Something to think of that no rule matches and the document does not name. */
		MENTION

	}

	/**
	 * How an order or a finished study of a test is recognised in a chart: one entry from
	 * each of the code sets, at most so many days old. An entry that carries only the
	 * EHR's own codes is recognised by its name.
	 */
	public record Trace(List<CodeSet> codes, List<String> names, int withinDays) {

		private static final Set<String> SHARED = Set.of("http://loinc.org", "http://snomed.info/sct");

		public Trace {
			codes = List.copyOf(codes);
			names = List.copyOf(names);
		}

		/** Whether an entry with these codes and this name belongs to the set. */
		public boolean isMeant(CodeSet set, Collection<Code> entry, String name) {
			return set.containsAny(entry) || (!isCoded(entry) && isNamed(name));
		}

		/** Whether one of the codes is from a shared code system, LOINC or SNOMED CT. */
		public static boolean isCoded(Collection<Code> codes) {
			return codes.stream().anyMatch((code) -> SHARED.contains(code.system()));
		}

		private boolean isNamed(String name) {
			String words = " " + MedicineNames.words(name) + " ";
			return this.names.stream().anyMatch((known) -> words.contains(" " + known + " "));
		}

	}

}
