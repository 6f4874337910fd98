package org.twitchingreference.bedside;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The answers given at a sidebar, by the linkId of their question, and why options were
 * put aside, by their id; the last of each, and which reading of the chart is shown. It
 * holds only codes and times, no typed text, and nothing that names the patient or the
 * user. Callers make sure that the knowledge has these questions, answers and options.
 */
public record BedsideRecord(Map<String, GivenAnswer> answers, Map<String, PutAsideReason> putAside,
		ShownReading lastRead) {

	public static final BedsideRecord EMPTY = new BedsideRecord(Map.of(), Map.of(), ShownReading.NONE);

	/**
	 * More than the questions or options of the knowledge; a record never grows beyond
	 * this.
	 */
	static final int MOST = 500;

	public BedsideRecord {
		answers = Map.copyOf(answers);
		putAside = Map.copyOf(putAside);
		lastRead = Objects.requireNonNullElse(lastRead, ShownReading.NONE);
		if (answers.size() > MOST || putAside.size() > MOST) {
			throw new IllegalArgumentException("More than " + MOST + " answers or options");
		}
	}

	/** The same, with these answers in place of earlier ones to their questions. */
	public BedsideRecord answered(Map<String, GivenAnswer> given) {
		Map<String, GivenAnswer> all = new HashMap<>(this.answers);
		all.putAll(given);
		return new BedsideRecord(all, this.putAside, this.lastRead);
	}

	/** The same without answers to these questions. */
	public BedsideRecord unanswered(Collection<String> questions) {
		Map<String, GivenAnswer> all = new HashMap<>(this.answers);
		all.keySet().removeAll(questions);
		return new BedsideRecord(all, this.putAside, this.lastRead);
	}

	/** The same, with the option put aside for this reason. */
	public BedsideRecord puttingAside(String option, PutAsideReason why) {
		Map<String, PutAsideReason> all = new HashMap<>(this.putAside);
		all.put(option, why);
		return new BedsideRecord(this.answers, all, this.lastRead);
	}

	/** The same, with the option offered again. */
	public BedsideRecord offeredAgain(String option) {
		Map<String, PutAsideReason> all = new HashMap<>(this.putAside);
		all.remove(option);
		return new BedsideRecord(this.answers, all, this.lastRead);
	}

	/** The same, with the chart read afresh from now on. */
	public BedsideRecord readAgain(Instant now) {
		return new BedsideRecord(this.answers, this.putAside, this.lastRead.next(now));
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "BedsideRecord[...]";
	}

}
