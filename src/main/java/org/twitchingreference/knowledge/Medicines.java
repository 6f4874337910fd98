package org.twitchingreference.knowledge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * What is known of medicines: which ingredients a clinical drug holds and how it is
 * taken, by which names an ingredient goes, and which words mean a local route (eye, ear,
 * skin).
 */
public final class Medicines {

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** No ingredient or brand has more words. */
	private static final int LONGEST_NAME = 4;

	private final ClinicalDrugs clinicalDrugs;

	private final Map<String, Set<Code>> names;

	/** The words that a name begins with. */
	private final Set<String> begins;

	private final Set<String> localWords;

	private final Map<Code, String> ingredients;

	private final CodeSet classes;

	private final int doubtDays;

	Medicines(ClinicalDrugs clinicalDrugs, Map<String, Set<Code>> names, Map<Code, String> ingredients, CodeSet classes,
			Set<String> localWords, int doubtDays) {
		this.doubtDays = doubtDays;
		this.clinicalDrugs = clinicalDrugs;
		this.classes = classes;
		this.names = Map.copyOf(names);
		this.begins = names.keySet()
			.stream()
			.map((name) -> name.split(" ", 2)[0])
			.collect(Collectors.toUnmodifiableSet());
		this.ingredients = Map.copyOf(ingredients);
		this.localWords = Set.copyOf(localWords);
	}

	/** For how many days a supply whose length is not stated may still be in use. */
	public int doubtDays() {
		return this.doubtDays;
	}

	/** The one name of an ingredient, whatever its code system; else the code itself. */
	public String ingredient(Code code) {
		return this.ingredients.getOrDefault(code, code.code());
	}

	/** The codes with the ingredients of every clinical drug among them. */
	public List<Code> withIngredients(Collection<Code> codes) {
		Set<Code> all = new LinkedHashSet<>(codes);
		for (Code code : codes) {
			if (MedicineCodes.RXNORM.equals(code.system())) {
				this.clinicalDrugs.get(code.code())
					.ifPresent((drug) -> drug.ingredients()
						.forEach((one) -> all.add(new Code(MedicineCodes.RXNORM, one))));
			}
		}
		return List.copyOf(all);
	}

	/** Whether one of the codes is an ingredient, class or drug of this reference. */
	public boolean isKnown(Collection<Code> codes) {
		return codes.stream()
			.anyMatch((code) -> this.ingredients.containsKey(code) || this.classes.contains(code)
					|| (MedicineCodes.RXNORM.equals(code.system()) && this.clinicalDrugs.get(code.code()).isPresent()));
	}

	/**
	 * The ingredients whose name or brand stands as whole words in the text; a name
	 * within a longer one (gabapentin enacarbil) is not meant.
	 */
	public Set<Code> named(String text) {
		String[] words = words(text).split(" ");
		Set<Code> found = new LinkedHashSet<>();
		int from = 0;
		while (from < words.length) {
			int length = this.begins.contains(words[from]) ? LONGEST_NAME : 0;
			while (length > 0 && !this.names.containsKey(name(words, from, length))) {
				length--;
			}
			if (length > 0) {
				found.addAll(this.names.getOrDefault(name(words, from, length), Set.of()));
			}
			from += Math.max(length, 1);
		}
		return found;
	}

	/** So many words, none where there are fewer. */
	private static String name(String[] words, int from, int length) {
		return (from + length <= words.length) ? String.join(" ", Arrays.asList(words).subList(from, from + length))
				: "";
	}

	/**
	 * Whether the medicine acts where it is put: by its coded form, else by its words.
	 */
	public boolean isLocal(Collection<Code> codes, String words) {
		for (Code code : codes) {
			Optional<String> route = MedicineCodes.RXNORM.equals(code.system())
					? this.clinicalDrugs.get(code.code()).map(ClinicalDrugs.Drug::route) : Optional.empty();
			if (route.filter((word) -> !word.isEmpty()).isPresent()) {
				return this.localWords.contains(route.get());
			}
		}
		return List.of(words(words).split(" ")).stream().anyMatch(this.localWords::contains);
	}

	/** Lower case without accents, letters and digits only, single spaces. */
	static String words(String text) {
		boolean plain = text.chars().allMatch((letter) -> letter < 128);
		return plain ? plainWords(text) : foreignWords(text);
	}

	/** The same as for any text, for the letters that nearly all names are made of. */
	private static String plainWords(String text) {
		StringBuilder words = new StringBuilder(text.length());
		boolean between = false;
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			if (Character.isLetterOrDigit(letter)) {
				words.append((between && !words.isEmpty()) ? " " : "").append(Character.toLowerCase(letter));
				between = false;
			}
			else {
				between = true;
			}
		}
		return words.toString();
	}

	private static String foreignWords(String text) {
		String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
		return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
	}

}
