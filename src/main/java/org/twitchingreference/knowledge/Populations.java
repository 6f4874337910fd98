package org.twitchingreference.knowledge;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * The codes by which reports say for whom a reference range is, and the words, which are
 * codes of the system named here.
 */
public record Populations(CodeSet women, CodeSet men, CodeSet adults, String words) {

	/** Whether the word means those of the set. */
	public boolean names(CodeSet population, String word) {
		return population.contains(new Code(this.words, word));
	}

}
