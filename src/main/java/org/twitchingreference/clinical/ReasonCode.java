package org.twitchingreference.clinical;

import java.util.List;
import java.util.Locale;

/**
 * What a {@link Reason} means, without words. Each package that gives reasons has an enum
 * of them. The words stand in messages.properties under "reason." and {@link #code()}.
 */
public interface ReasonCode {

	/** The name of the enum constant. */
	String name();

	/** The names of the arguments, in the order of {0}, {1}, ... in the words. */
	default List<String> parameters() {
		return List.of();
	}

	/** The reason of this code with its arguments, in the order of the parameters. */
	default Reason reason(Object... arguments) {
		return Reason.of(this, arguments);
	}

	/** As it is written in JSON and in keys: "not-measured-since". */
	default String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
