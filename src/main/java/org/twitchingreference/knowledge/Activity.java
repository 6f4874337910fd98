package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.names.MedicineNames;
import org.twitchingreference.knowledge.orders.Ordering;

/**
 * A test, a management option or a mention (ActivityDefinition): id, title, text in our
 * words, and its sources. Of a test: the ids of the analytes whose results show that it
 * was done, how orders for it and studies that did it are recognised in a chart, the ids
 * of the tests with which it makes one suggestion, and what to order. Of an option: the
 * urgency of a finding from which on it is withheld, what a handout tells the patient
 * about it, and whether its title names the medicines that bring it up. Of a mention: the
 * problems in the family that are shown beside it.
 */
public record Activity(String id, Kind kind, String title, String text, List<String> analytes,
		Optional<EntryMatcher> orders, Optional<EntryMatcher> studies, List<String> askedWith, Ordering ordering,
		Optional<Urgency> withheldWhile, List<Source> sources, List<PatientText> patientTexts,
		Optional<CodeSet> inFamily, boolean namesMedicines) {

	public Activity {
		analytes = List.copyOf(analytes);
		askedWith = List.copyOf(askedWith);
		sources = List.copyOf(sources);
		patientTexts = List.copyOf(patientTexts);
	}

	/** What a handout tells the patient for this purpose. */
	public List<PatientText> patientTexts(PatientText.Purpose purpose) {
		return this.patientTexts.stream().filter((text) -> text.purpose() == purpose).toList();
	}

	/** What kind of activity it is. */
	public enum Kind {

		TEST, OPTION,
		/**
		 * Something to consider that no rule matches and the source document does not
		 * name.
		 */
		MENTION

	}

	/**
	 * How an order or a finished study of a test is recognised in a chart: one entry from
	 * each of the code sets, within a number of days. An entry that carries only the
	 * EHR's own codes is recognised by its name.
	 */
	public record EntryMatcher(List<CodeSet> codes, List<String> names, int withinDays) {

		private static final Set<String> SHARED = Set.of("http://loinc.org", "http://snomed.info/sct");

		public EntryMatcher {
			codes = List.copyOf(codes);
			names = List.copyOf(names);
		}

		/** Whether an entry with these codes and this name belongs to the set. */
		public boolean matches(CodeSet set, Collection<Code> entry, String name) {
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

	/** A sentence of the handout in plain words, what it is for, and its sources. */
	public record PatientText(Purpose purpose, String words, List<Source> sources) {

		public PatientText {
			sources = List.copyOf(sources);
		}

		/** The purpose of a sentence for the patient. */
		public enum Purpose {

			ADVICE,

			/** When to call for help at once. */
			EMERGENCY,

			/** When to see a doctor. */
			DOCTOR

		}

	}

}
