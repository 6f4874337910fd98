package org.twitchingreference.chart;

import java.util.Optional;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Reason;

/**
 * One answer of a FHIR QuestionnaireResponse: the reference of the response, the
 * canonical URL of its questionnaire without a version, the linkId of the question, the
 * answer, and when it was given. A whole response that cannot be used is kept as one
 * unread answer with an empty question, so that its loss is reported.
 */
public record Answer(String reference, String questionnaire, String question, Value value,
		Optional<ChartTime> authored) {

	/** A whole response that cannot be used, and why. */
	public static Answer unread(String reference, String questionnaire, Reason why) {
		return new Answer(reference, questionnaire, "", new Unread("", why), Optional.empty());
	}

	/** Whether it stands for a whole response that cannot be used. */
	public boolean isUnreadResponse() {
		return this.question.isEmpty();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Answer[...]";
	}

	/** The value of an answer; one that cannot be used has a reason. */
	public sealed interface Value {

		/** The answer in words, without its unit. */
		String shown();

		/** The unit as written, empty where there is none. */
		default String unit() {
			return "";
		}

		/** Why it is not used, empty when it can be. */
		default Optional<Reason> unread() {
			return Optional.empty();
		}

	}

	/** Yes or no. */
	public record YesNo(boolean yes) implements Value {

		@Override
		public String shown() {
			return this.yes ? "yes" : "no";
		}

		@Override
		public String toString() {
			return "YesNo[...]";
		}

	}

	/** One of the answers that the question offers, with its words. */
	public record Choice(Code code, String shown) implements Value {

		@Override
		public String toString() {
			return "Choice[...]";
		}

	}

	/** An amount with its unit as written. */
	public record Amount(ResultValue.Measured measured) implements Value {

		@Override
		public String shown() {
			return this.measured.shown();
		}

		@Override
		public String unit() {
			return this.measured.unit().shown();
		}

	}

	/**
	 * A value of no kind that a question takes: what stands there, and why it is not
	 * used.
	 */
	public record Unread(String shown, Reason why) implements Value {

		@Override
		public Optional<Reason> unread() {
			return Optional.of(this.why);
		}

		@Override
		public String toString() {
			return "Unread[...]";
		}

	}

}
