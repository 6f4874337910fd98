package org.twitchingreference.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.medicines.DoseReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/** Says, for a headline, by how much a medicine's dose exceeds its label. */
final class DosePhrases {

	private DosePhrases() {
	}

	/** For each medicine whose dose exceeds the label: both doses. */
	static Map<String, String> of(Assessment assessment, Texts texts) {
		return assessment.cautions()
			.stream()
			.flatMap((caution) -> doses(caution.reasons(), texts))
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
	}

	private static Stream<Map.Entry<String, String>> doses(List<Reason> reasons, Texts texts) {
		Optional<Reason> label = reasons.stream().filter((one) -> one.is(DoseReason.LABEL_GIVES)).findFirst();
		return label.stream()
			.flatMap((gives) -> reasons.stream()
				.filter((one) -> one.is(DoseReason.DOSE_ABOVE_LABEL))
				.map((above) -> dose(above, gives, texts)));
	}

	private static Map.Entry<String, String> dose(Reason above, Reason label, Texts texts) {
		String medicine = above.arguments().get(0).toString();
		Reason daily = (Reason) above.arguments().get(1);
		return Map.entry(medicine,
				texts.get("headline.dose", MedicineWords.brief(medicine), UnitWords.amount(daily.arguments().get(1)),
						UnitWords.amount(label.arguments().get(3)),
						Wording.within(label.arguments().get(0).toString())));
	}

}
