package org.twitchingreference.assessment.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCatalogue;

/**
 * Identifies the medicines of a chart's entries. Each is kept, because a chart orders the
 * same few again and again.
 */
final class MedicineFacts {

	private final MedicineCatalogue known;

	private final MedicineUse.Classifier classifier;

	private final Map<IdentifyingParts, Identity> identities = new HashMap<>();

	MedicineFacts(Knowledge knowledge, MedicineUse.Classifier classifier) {
		this.known = knowledge.medicines();
		this.classifier = classifier;
	}

	MedicineFact of(Medicine medicine) {
		Identity identity = this.identities
			.computeIfAbsent(new IdentifyingParts(medicine.codes(), medicine.name(), medicine.route()), this::identity);
		return new MedicineFact(medicine.named(BareCode.named(medicine.name(), medicine.codes(), meaning(identity))),
				usage(medicine), identity.codes(), identity.named(), identity.local());
	}

	/** A medicine that is in use by its entry and not by its name may be either. */
	private MedicineUse usage(Medicine medicine) {
		MedicineUse usage = this.classifier.usage(medicine);
		boolean inDoubt = usage == MedicineUse.IN_USE && this.known.saysNotInUse(medicine.name());
		return inDoubt ? MedicineUse.UNKNOWN : usage;
	}

	/** The ingredients of a medicine that only a code names, as far as they are known. */
	private String meaning(Identity identity) {
		return identity.codes()
			.stream()
			.filter((code) -> !this.known.ingredient(code).equals(code.code()))
			.map(this.known::ingredient)
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private Identity identity(IdentifyingParts entry) {
		String words = entry.name() + " " + entry.route();
		return new Identity(this.known.withIngredients(entry.codes()), this.known.named(entry.name()),
				this.known.isLocal(entry.codes(), words.toLowerCase(Locale.ROOT)));
	}

	/** The parts of an entry that identify its medicine. */
	private record IdentifyingParts(List<Code> codes, String name, String route) {

	}

	/**
	 * The codes of the medicine and its ingredients, the ingredients that only its name
	 * says, and whether it acts only locally.
	 */
	private record Identity(List<Code> codes, Set<Code> named, boolean local) {

	}

}
