package org.twitchingreference.presentation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.EntryNames;
import org.twitchingreference.presentation.words.MedicineWords;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * A finding in a few words for the headline, with the value, medicine or recorded problem
 * on which it rests, if any.
 */
final class FindingPhrase {

	private static final Comparator<Evidence> NEWEST_FIRST = Comparator
		.comparing((Evidence entry) -> entry.time().map((time) -> time.latest().toEpochMilli()).orElse(Long.MIN_VALUE))
		.reversed();

	/** The references of results that the headline names as critical. */
	private final Set<String> critical;

	/** The results whose values stand beside a medicine. */
	private final Set<String> named = new HashSet<>();

	private final Map<String, String> doses;

	private final Days days;

	private final Texts texts;

	FindingPhrase(Assessment assessment, Texts texts) {
		this.texts = texts;
		this.days = new Days(texts, assessment.asOf());
		this.critical = assessment.critical()
			.stream()
			.map((one) -> one.result().reference())
			.collect(Collectors.toUnmodifiableSet());
		this.doses = DosePhrases.of(assessment, texts);
	}

	/**
	 * "Low potassium 3.1 mmol/L (19 Nov)", "Caffeine: caffeine 200 mg tablets"; without
	 * the value if an earlier phrase had that of the same result.
	 */
	String of(String title, List<Evidence> evidence) {
		List<Evidence> supporting = supporting(evidence);
		Optional<String> dose = supporting.stream()
			.flatMap((entry) -> Stream.ofNullable(this.doses.get(entry.what())))
			.findFirst();
		if (dose.isPresent()) {
			return dose.get();
		}
		Optional<Evidence> value = supporting.stream().filter(FindingPhrase::hasValue).findFirst();
		List<Evidence> medicines = supporting.stream().filter(Evidence::isMedicine).toList();
		Optional<Evidence> medicine = medicines.stream().findFirst();
		Optional<Evidence> with = value.or(() -> medicines.stream().skip(1).findFirst());
		if (medicine.isPresent() && with.isPresent()) {
			value.map(Evidence::resource).ifPresent(this.named::add);
			return this.texts.get("headline.with", MedicineWords.brief(medicine.get().what()),
					Wording.within(entry(with.get())));
		}
		return value.or(() -> medicine)
			.or(() -> supporting.stream().findFirst())
			.filter((entry) -> !this.critical.contains(entry.resource()) && !this.named.contains(entry.resource()))
			.map((entry) -> named(title, entry))
			.orElse(title);
	}

	/** Whether it rests only on values that the headline names as critical. */
	boolean restsOnCritical(List<Evidence> evidence) {
		List<Evidence> supporting = supporting(evidence);
		return !supporting.isEmpty()
				&& supporting.stream().allMatch((entry) -> this.critical.contains(entry.resource()));
	}

	/** A red flag with the day on which it was last recorded. */
	String flag(String title, List<Evidence> evidence) {
		return supporting(evidence).stream()
			.flatMap((entry) -> entry.time().stream())
			.findFirst()
			.map((time) -> this.texts.get("headline.dated", title, this.days.brief(time)))
			.orElse(title);
	}

	private String named(String title, Evidence entry) {
		boolean same = title.toLowerCase(Locale.ROOT).contains(EntryNames.brief(entry.what()).toLowerCase(Locale.ROOT));
		if (hasValue(entry) && same) {
			return this.texts.get("headline.value", title, dated(amount(entry), entry));
		}
		return same ? entry.isMedicine() ? title : dated(title, entry)
				: this.texts.get("headline.rests-on", title, Wording.within(entry(entry)));
	}

	private String entry(Evidence entry) {
		if (entry.isMedicine()) {
			return MedicineWords.brief(entry.what());
		}
		String name = EntryNames.brief(entry.what());
		return dated(hasValue(entry) ? this.texts.get("headline.value", name, amount(entry)) : name, entry);
	}

	private String dated(String words, Evidence entry) {
		return entry.time().map((time) -> this.texts.get("headline.dated", words, this.days.brief(time))).orElse(words);
	}

	/** Newest first, each name once. */
	private static List<Evidence> supporting(List<Evidence> evidence) {
		Set<String> names = new HashSet<>();
		return evidence.stream()
			.filter((entry) -> entry.contribution() == Contribution.SUPPORTS && !entry.isAnswer())
			.sorted(NEWEST_FIRST)
			.filter((entry) -> names.add(entry.what()))
			.toList();
	}

	private static String amount(Evidence entry) {
		return UnitWords.amount(entry.value(), entry.unit());
	}

	private static boolean hasValue(Evidence entry) {
		return !entry.value().isEmpty();
	}

}
