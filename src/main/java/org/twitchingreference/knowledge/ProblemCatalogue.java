package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.names.ProblemStatement;
import org.twitchingreference.knowledge.names.ProblemTexts;

/**
 * What is known of problems: the codes of all that this reference looks for, the names
 * each has, and which words and codes beside a name deny it or leave it open.
 */
public final class ProblemCatalogue {

	private final Map<Codes, CodeSet> codes;

	private final ProblemTexts texts;

	public ProblemCatalogue(Map<Codes, CodeSet> codes, ProblemTexts texts) {
		this.codes = Map.copyOf(codes);
		this.texts = texts;
	}

	private boolean is(Codes kind, Collection<Code> codes) {
		return set(kind).containsAny(codes);
	}

	private CodeSet set(Codes kind) {
		return this.codes.getOrDefault(kind, new CodeSet("", "", Set.of(), Map.of()));
	}

	/** Whether one of the codes is of a problem that this reference looks for. */
	public boolean isKnown(Collection<Code> codes) {
		return is(Codes.KNOWN, codes);
	}

	/**
	 * Whether the code is specific enough to say which problem it is: it is one of those
	 * looked for, or is not merely a category that includes some of them.
	 */
	public boolean isSpecific(Code code) {
		return isKnown(Set.of(code)) || !is(Codes.BROAD, Set.of(code));
	}

	/** Whether every code of the set is among those that are known. */
	public boolean includes(CodeSet set) {
		CodeSet known = set(Codes.KNOWN);
		return known.codes().containsAll(set.codes()) && set.roots()
			.entrySet()
			.stream()
			.allMatch((roots) -> known.roots().getOrDefault(roots.getKey(), Set.of()).containsAll(roots.getValue()));
	}

	/**
	 * Whether a code says that a problem is not the patient's: ruled out, or the
	 * family's.
	 */
	public boolean isDenied(Collection<Code> codes) {
		return is(Codes.RULING_OUT, codes) || is(Codes.OF_FAMILY, codes);
	}

	/**
	 * What the texts say of the patient, each read by itself, in an entry with these
	 * codes.
	 */
	public ProblemStatement statement(List<String> texts, Collection<Code> codes) {
		ProblemStatement statement = texts.stream()
			.map(this.texts::statement)
			.reduce(ProblemStatement::and)
			.orElseGet(() -> this.texts.statement(""));
		if (is(Codes.RULING_OUT, codes)) {
			return statement.denying();
		}
		if (is(Codes.OF_FAMILY, codes)) {
			return this.texts.statement("");
		}
		return is(Codes.LEAVING_OPEN, codes) ? statement.doubting() : statement;
	}

	/** Whether a code means a disease in the patient's family. */
	public boolean isOfFamilyByCode(Collection<Code> codes) {
		return is(Codes.OF_FAMILY, codes);
	}

	/** Whether a text is about a disease in the patient's family. */
	public boolean isOfFamily(Collection<String> texts) {
		return this.texts.isOfFamily(texts);
	}

	/** Whether a text is about the past ("history of"). */
	public boolean isOfThePast(Collection<String> texts) {
		return this.texts.isOfThePast(texts);
	}

	/** Whether a text denies what it is about ("no family history"). */
	public boolean isDenied(String text) {
		return this.texts.isDenied(text);
	}

	/**
	 * The problems in the family that a text names: all that it names where it is about a
	 * relative, otherwise only if its own words say that they are the family's.
	 */
	public Set<Code> inFamily(String text, boolean ofRelative) {
		return this.texts.inFamily(text, ofRelative);
	}

	/** What the codes of an entry can say about a problem. */
	public enum Codes {

		/** A problem that is looked for. */
		KNOWN,
		/** A category above them. */
		BROAD,
		/** What was suspected was not found. */
		RULING_OUT,
		/** It is the family's. */
		OF_FAMILY,
		/** It was so once, or was only screened for. */
		LEAVING_OPEN

	}

}
