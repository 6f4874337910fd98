package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;

/**
 * One bedside question (an item of the Questionnaire): its stable id, its words, what
 * kind of answer it takes, the answers to choose from (codes with their words), the UCUM
 * unit of an amount, the ids of the rules it can decide, what of the chart is shown
 * beside it, its sources, and how it is asked by a tap.
 */
public record Question(String id, String text, Kind kind, List<Option> options, Optional<String> unit,
		List<String> decides, List<Recorded> recorded, List<Source> sources, Form form) {

	/** The code of the answer yes, to a question that offers no choices. */
	public static final String YES = "yes";

	/** The code of the answer no. */
	public static final String NO = "no";

	public Question {
		options = List.copyOf(options);
		decides = List.copyOf(decides);
		recorded = List.copyOf(recorded);
		sources = List.copyOf(sources);
	}

	/** Whether the code is one of the answers to choose from. */
	public boolean offers(Code code) {
		return this.options.stream().anyMatch((option) -> option.code().equals(code));
	}

	/** The question as it is asked of somebody of this age. */
	public String text(OptionalInt age) {
		return this.form.limit(age).map(Form.AskedLimit::text).orElse(this.text);
	}

	/** The same in two or three words. */
	public String label(OptionalInt age) {
		return this.form.limit(age).map(Form.AskedLimit::label).orElse(this.form.label());
	}

	/** Whether this code ("yes", "no", or that of a choice) may answer it. */
	public boolean takes(String answer) {
		return (this.kind == Kind.CHOICE)
				? this.options.stream().anyMatch((option) -> option.code().code().equals(answer))
				: answer.equals(YES) || answer.equals(NO);
	}

	/** What kind of answer a question takes. */
	public enum Kind {

		YES_NO, CHOICE, AMOUNT

	}

	/** Where a chart may record the subject of a question. */
	public enum Place {

		SOCIAL_HISTORY, SCORE

	}

	/**
	 * What a chart may have recorded about it within a number of days, which never
	 * answers the question.
	 */
	public record Recorded(CodeSet codes, Place place, int withinDays) {

	}

	/** One answer to choose: its code, its text, and a label of two or three words. */
	public record Option(Code code, String text, String label) {

	}

	/**
	 * How the page asks a question: the group of questions it belongs to, a label of two
	 * or three words, the question that has to be answered yes before this one is asked,
	 * and, where an amount is asked for by yes or no, the amounts.
	 */
	public record Form(Group group, String label, Optional<String> after, List<AskedLimit> limits) {

		public Form {
			limits = List.copyOf(limits);
		}

		/**
		 * How an amount is asked for from a patient of this age; empty unless the
		 * question asks for one.
		 */
		public Optional<AskedLimit> limit(OptionalInt age) {
			return this.limits.stream().filter((limit) -> limit.isFor(age)).findFirst();
		}

		/** Questions that are asked together: linkId and title. */
		public record Group(String id, String title) {

		}

		/**
		 * An amount asked for by yes (more than that) or no, of patients below the age,
		 * or of all for whom no other is meant.
		 */
		public record AskedLimit(Optional<Integer> belowAge, String text, String label, Quantity above) {

			private boolean isFor(OptionalInt age) {
				return this.belowAge.map((below) -> age.isPresent() && age.getAsInt() < below).orElse(true);
			}

		}

	}

}
