package org.twitchingreference.presentation.ask;

/**
 * One answer as a button: its code, its words, its accessible name if the words alone say
 * too little ("Weakness: no"), and whether it was given.
 */
public record AskChip(String code, String words, String name, boolean pressed) {

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "AskChip[...]";
	}

}
