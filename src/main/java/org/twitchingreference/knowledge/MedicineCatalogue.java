package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.MedicineCodes;
import org.twitchingreference.knowledge.names.MedicineNames;

/**
 * What is known of medicines: which ingredients a clinical drug has and how it is taken,
 * which names an ingredient has, and which words mean a local route (eye, ear, skin).
 */
public final class MedicineCatalogue {

	private static final Pattern NO_NAME = Pattern.compile("[a-z]?|\\d+");

	private final ClinicalDrugs clinicalDrugs;

	private final MedicineNames names;

	private final Set<String> localWords;

	private final Set<String> emptyWords;

	private final Map<Code, String> ingredients;

	private final CodeSet classes;

	private final DayLimits dayLimits;

	/** Takes the parts of which the knowledge of medicines is made. */
	public MedicineCatalogue(ClinicalDrugs clinicalDrugs, MedicineNames names, Map<Code, String> ingredients,
			CodeSet classes, Set<String> localWords, Set<String> emptyWords, DayLimits dayLimits) {
		this.emptyWords = Set.copyOf(emptyWords);
		this.dayLimits = dayLimits;
		this.clinicalDrugs = clinicalDrugs;
		this.classes = classes;
		this.names = names;
		this.ingredients = Map.copyOf(ingredients);
		this.localWords = Set.copyOf(localWords);
	}

	/** The same, with another table of clinical drugs. */
	public MedicineCatalogue with(ClinicalDrugs others) {
		return new MedicineCatalogue(others, this.names, this.ingredients, this.classes, this.localWords,
				this.emptyWords, this.dayLimits);
	}

	/**
	 * Whether a name identifies no medicine: it has nothing but such words ("Home
	 * medications"), numbers and single letters.
	 */
	public boolean namesNoMedicine(String name) {
		return Stream.of(MedicineNames.words(name).split(" "))
			.allMatch((word) -> NO_NAME.matcher(word).matches() || this.emptyWords.contains(word));
	}

	/** Whether one of the drugs holds an ingredient of this reference. */
	public boolean usesAnyOf(ClinicalDrugs drugs) {
		return drugs.ingredients().anyMatch((one) -> this.ingredients.containsKey(new Code(MedicineCodes.RXNORM, one)));
	}

	/** Which table of clinical drugs is used. */
	public Table table() {
		return new Table(this.clinicalDrugs.version(), this.clinicalDrugs.size());
	}

	/** How long medicines without an end date count. */
	public DayLimits dayLimits() {
		return this.dayLimits;
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

	/** The ingredients whose name or brand stands as whole words in the text. */
	public Set<Code> named(String text) {
		return this.names.in(text);
	}

	/** Whether a name says that its medicine may not be in use ("lithium - stopped"). */
	public boolean saysNotInUse(String name) {
		return this.names.saysNotInUse(name);
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
		return Stream.of(MedicineNames.words(words).split(" ")).anyMatch(this.localWords::contains);
	}

	/**
	 * A table of clinical drugs: the RxNorm release it was made from, and how many drugs
	 * it has.
	 */
	public record Table(String version, int drugs) {

	}

	/**
	 * How many days medicines without an end date count: a supply of unstated length may
	 * be in use for {@code supplyInDoubt} days; an entry that begins within {@code
	 * renewedWithin} days of the last one continues it, and one that begins within {@code
	 * renewalInDoubt} days may.
	 */
	public record DayLimits(int supplyInDoubt, int renewedWithin, int renewalInDoubt) {

	}

}
