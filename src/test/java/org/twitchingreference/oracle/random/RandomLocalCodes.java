package org.twitchingreference.oracle.random;

import java.util.Locale;

import org.twitchingreference.oracle.random.Vocabulary.Term;
import tools.jackson.databind.node.ObjectNode;

/**
 * What hospitals write where RxNorm or ATC should stand: their own codes, with words and
 * without, codes in the wrong place, and names that are codes.
 */
final class RandomLocalCodes {

	private static final String LOCAL = "http://hospital.example/drugs";

	private final Draw draw;

	RandomLocalCodes(Draw draw) {
		this.draw = draw;
	}

	/** Codes the term, which goes by the name, as only some hospital does. */
	void code(ObjectNode concept, Term term, String name) {
		String mnemonic = name.toUpperCase(Locale.ROOT);
		switch (this.draw.below(7)) {
			case 0 -> coding(concept, LOCAL, term.code(), this.draw.word("", "4711", "00-" + term.code()));
			case 1 -> coding(concept, LOCAL, "MED-" + term.code(), "med " + term.code());
			case 2 -> coding(concept, "", term.code(), this.draw.word("", term.code()));
			case 3 -> coding(concept, term.system(), misplaced(term), "");
			case 4 -> coding(concept, LOCAL, mnemonic, this.draw.word("", mnemonic, "4711"));
			case 5 -> coding(concept, LOCAL, term.code(), this.draw.word("Item B12", "X", "\u85ac 10"));
			default -> {
				coding(concept, LOCAL, term.code(), name);
				concept.put("text", this.draw.word("4711", "MED-" + term.code(), term.code()));
			}
		}
	}

	/** What an order calls a medicine that it refers to. */
	void display(ObjectNode reference, String name) {
		if (this.draw.oneIn(8)) {
			reference.put("display", this.draw.word(name, name + " 300 MG", "4711", "Notes"));
		}
	}

	/** A product code, a group, or the code written otherwise. */
	private String misplaced(Term term) {
		String code = term.code();
		return this.draw.word("0" + code, "00071015523", code + "X", code.substring(0, Math.min(5, code.length() - 1)),
				code.toLowerCase(Locale.ROOT));
	}

	private static void coding(ObjectNode concept, String system, String code, String display) {
		ObjectNode coding = concept.withArray("coding").addObject();
		if (!system.isEmpty()) {
			coding.put("system", system);
		}
		coding.put("code", code);
		if (!display.isEmpty()) {
			coding.put("display", display);
		}
	}

}
