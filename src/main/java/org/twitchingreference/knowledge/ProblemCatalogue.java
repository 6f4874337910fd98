package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * What is known of problems: the codes of all that this reference looks for, by which
 * names each goes, and which words beside a name deny it or leave it open.
 */
public final class ProblemCatalogue {

	private static final Pattern CLAUSE = Pattern.compile("[.;]");

	private final CodeSet known;

	private final CodeSet broad;

	private final PhraseFinder<Meaning> phrases;

	/** Takes the names and words written as {@link MedicineNames#words}. */
	public ProblemCatalogue(CodeSet known, CodeSet broad, Map<String, Set<Code>> names, Map<Words, Set<String>> words) {
		this.known = known;
		this.broad = broad;
		Map<String, Meaning> meanings = new LinkedHashMap<>();
		new TreeMap<>(words)
			.forEach((kind, all) -> all.forEach((one) -> meanings.put(one, new Meaning(kind, Set.of()))));
		names.forEach((name, codes) -> meanings.put(name, new Meaning(Words.NAMING, codes)));
		this.phrases = new PhraseFinder<>(meanings);
	}

	/** Whether one of the codes is of a problem that this reference looks for. */
	public boolean isKnown(Collection<Code> codes) {
		return this.known.containsAny(codes);
	}

	/**
	 * Whether the code says so much that, if it is none of these problems, it is not one
	 * of them: a category above them does not.
	 */
	public boolean tells(Code code) {
		return isKnown(Set.of(code)) || !this.broad.containsAny(Set.of(code));
	}

	/** Whether every code of the set is among those that are known. */
	public boolean holds(CodeSet set) {
		return this.known.codes().containsAll(set.codes()) && set.roots()
			.entrySet()
			.stream()
			.allMatch(
					(roots) -> this.known.roots().getOrDefault(roots.getKey(), Set.of()).containsAll(roots.getValue()));
	}

	/** The problems that the texts name, each text by itself. */
	public Named named(List<String> texts) {
		Named named = new Named(new HashSet<>(), new HashSet<>());
		texts.forEach((text) -> add(text, named));
		return named;
	}

	/** Whether a text is of a disease in the patient's family. */
	public boolean isOfFamily(Collection<String> texts) {
		return texts.stream()
			.flatMap((text) -> this.phrases.in(MedicineNames.words(text)).stream())
			.anyMatch((meaning) -> meaning.words() == Words.OF_FAMILY);
	}

	/** Whether a text says that what it is about is not so. */
	public boolean isDenied(String text) {
		return this.phrases.in(MedicineNames.words(text))
			.stream()
			.anyMatch((meaning) -> meaning.words() == Words.DENYING);
	}

	/**
	 * The problems that a text names, which is of a relative or, by its own words, of the
	 * family.
	 */
	public Set<Code> inFamily(String text, boolean ofRelative) {
		Set<Code> found = new HashSet<>();
		boolean family = ofRelative;
		for (String clause : CLAUSE.split(text)) {
			boolean denied = false;
			for (Meaning meaning : this.phrases.in(MedicineNames.words(clause))) {
				if (meaning.words() == Words.DENYING) {
					return Set.of();
				}
				family |= meaning.words() == Words.OF_FAMILY || meaning.words() == Words.OF_RELATIVES;
				denied |= meaning.words() == Words.DENYING_WHAT_FOLLOWS;
				if (!denied) {
					found.addAll(meaning.codes());
				}
			}
		}
		return family ? found : Set.of();
	}

	private void add(String text, Named to) {
		Set<Code> found = new HashSet<>();
		boolean doubted = text.indexOf('?') >= 0;
		for (String clause : CLAUSE.split(text)) {
			boolean denied = false;
			for (Meaning meaning : this.phrases.in(MedicineNames.words(clause))) {
				if (meaning.words().denies()) {
					return;
				}
				doubted |= meaning.words() == Words.DOUBTING;
				denied |= meaning.words() == Words.DENYING_WHAT_FOLLOWS;
				if (!denied) {
					found.addAll(meaning.codes());
				}
			}
		}
		(doubted ? to.doubtfully() : to.surely()).addAll(found);
	}

	/** What a phrase does in a text. */
	public enum Words {

		/** It is a name. */
		NAMING,
		/** Nothing after it in its clause is so. */
		DENYING_WHAT_FOLLOWS,
		/** Nothing in the text is so of the patient now. */
		DENYING,
		/** What the text names may be so or not. */
		DOUBTING,
		/** It is so of the family, and so not of the patient. */
		OF_FAMILY,
		/** It is so of this relative, and so not of the patient. */
		OF_RELATIVES;

		/** Whether nothing in the text is so of the patient now. */
		boolean denies() {
			return this == DENYING || this == OF_FAMILY || this == OF_RELATIVES;
		}

	}

	/** The codes of what is named, and of what is named with a doubt. */
	public record Named(Set<Code> surely, Set<Code> doubtfully) {

	}

	private record Meaning(Words words, Set<Code> codes) {

	}

}
