package org.twitchingreference.knowledge;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * The codes by which reports say for whom a reference range is meant. Words are looked up
 * as codes of the system {@code words}.
 */
public record Populations(CodeSet women, CodeSet men, CodeSet adults, String words) {

	/** Whether the word means the population. */
	public boolean names(CodeSet population, String word) {
		return population.contains(new Code(this.words, word));
	}

}
