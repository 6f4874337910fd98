package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;
import org.twitchingreference.knowledge.Source;

/** Reasons that findings of every kind may have. */
public enum CommonReason implements ReasonCode {

	STATED_BY_KNOWLEDGE("words", "sources"), NAMED("name"), NOT_KNOWN("what", "why"), BOTH("one", "other"),
	EITHER("one", "other"), DATED("what", "day"), UNDATED("what"), NOT_READ("part"), REMARK("entry", "remark"),
	MATCHED_BY_NAME(), NOT_CONFIRMED(), AGE_UNCLEAR(), SEX_NOT_STATED(), SOMEBODY_ELSE(), CODED("code"),
	CODED_IN("code", "system");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	CommonReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

	/** The words of the knowledge as a reason; none where it gives no words. */
	public static List<Reason> stated(String words) {
		return cited(words, List.of());
	}

	/**
	 * The words of the knowledge as a reason, with the ids of the sources that support
	 * them.
	 */
	public static List<Reason> cited(String words, List<Source> sources) {
		return words.isBlank() ? List.of()
				: List.of(STATED_BY_KNOWLEDGE.reason(words, sources.stream().map(Source::id).toList()));
	}

	/** The words of the knowledge, followed by further reasons. */
	public static List<Reason> stated(String words, List<Reason> more) {
		return Stream.concat(stated(words).stream(), more.stream()).toList();
	}

	/** Several remarks as one, or none. */
	public static Optional<Reason> joined(Stream<Reason> remarks) {
		return remarks.reduce(BOTH::reason);
	}

	/** That the part was not read completely. */
	public static Reason notRead(Part part) {
		return NOT_READ.reason(part);
	}

}
