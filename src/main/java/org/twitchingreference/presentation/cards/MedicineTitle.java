package org.twitchingreference.presentation.cards;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;

/**
 * Calls a cause that is a medicine by the medicines in use, each with its daily dose
 * where that was read: "Gabapentin 2,700 mg a day".
 */
final class MedicineTitle {

	private final Map<String, String> doses;

	private final Texts texts;

	MedicineTitle(Assessment assessment, Texts texts) {
		this.texts = texts;
		this.doses = assessment.cautions()
			.stream()
			.map(AlertFinding::reasons)
			.flatMap(Collection::stream)
			.filter((reason) -> DoseBar.isRelation(reason) && reason.arguments().get(1) instanceof Reason daily
					&& daily.arguments().size() > 1)
			.collect(Collectors.toUnmodifiableMap((reason) -> reason.arguments().get(0).toString(),
					(reason) -> UnitWords.amount(((Reason) reason.arguments().get(1)).arguments().get(1)),
					(first, second) -> first));
	}

	String of(CauseFinding cause) {
		List<String> medicines = cause.ofMedicine() ? medicines(cause).distinct().toList() : List.of();
		return medicines.isEmpty() ? cause.title() : this.texts.list(medicines);
	}

	private Stream<String> medicines(CauseFinding cause) {
		return cause.evidence()
			.stream()
			.filter((entry) -> entry.isMedicine() && entry.contribution() == Contribution.SUPPORTS)
			.map(Evidence::what)
			.map(this::named);
	}

	private String named(String medicine) {
		String name = MedicineWords.brief(medicine);
		String dose = this.doses.getOrDefault(medicine, "");
		return dose.isEmpty() ? name : this.texts.get("dose.title", name, dose);
	}

}
