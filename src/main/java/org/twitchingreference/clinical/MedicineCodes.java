package org.twitchingreference.clinical;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The form of a code for one medicine in RxNorm and ATC. A code of another form means
 * something else, or a whole group of medicines.
 */
public final class MedicineCodes {

	/** The address of RxNorm. */
	public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	/** The address of ATC. */
	public static final String ATC = "http://www.whocc.no/atc";

	/** RxNorm's RXCUI has at most eight digits; ATC's fifth level has seven places. */
	private static final Map<String, Pattern> WRITTEN = Map.of(RXNORM, Pattern.compile("[1-9][0-9]{0,7}"), ATC,
			Pattern.compile("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}"));

	private MedicineCodes() {
	}

	/**
	 * Whether the code has the form of one medicine's in its system; true for any other
	 * system.
	 */
	public static boolean isWellFormed(Code code) {
		Pattern written = WRITTEN.get(code.system());
		return written == null || written.matcher(code.code()).matches();
	}

}
