package org.twitchingreference.assessment.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.chart.TextAmounts;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.MedicineCodes;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.orders.LaboratoryReports;

/**
 * Which analytes a result's codes mean, found by code instead of by searching every set;
 * and whether a problem, a medicine, or what an allergy is to, can be recognised at all.
 */
public final class CodeIndex {

	/** Notes of what a specimen is, not of what was measured in it. */
	private static final Pattern SPECIMEN = Pattern.compile("specimen( of)?\\|");

	private final Map<Code, Set<String>> meaning = new HashMap<>();

	private final Map<Code, Set<String>> excluded = new HashMap<>();

	private final Set<String> problemSystems;

	private final Set<String> medicineSystems;

	private final Set<String> allergySystems;

	private final ProblemCatalogue problems;

	private final MedicineCatalogue medicines;

	private final LaboratoryReports reports;

	public CodeIndex(Knowledge knowledge) {
		this.problemSystems = knowledge.problemSystems();
		this.medicineSystems = knowledge.medicineSystems();
		this.allergySystems = knowledge.allergySystems();
		this.problems = knowledge.problems();
		this.medicines = knowledge.medicines();
		this.reports = knowledge.reports();
		knowledge.analytes().values().forEach((analyte) -> {
			analyte.codes().ifPresent((codes) -> add(this.meaning, codes, analyte));
			analyte.excluded().ifPresent((codes) -> add(this.excluded, codes, analyte));
		});
	}

	private static void add(Map<Code, Set<String>> index, CodeSet codes, Analyte analyte) {
		codes.codes().forEach((code) -> index.computeIfAbsent(code, (key) -> new HashSet<>()).add(analyte.id()));
	}

	/**
	 * Whether a code of the systems in which this reference looks for problems, or a name
	 * that it knows, says which problem it is: any other may be any.
	 */
	boolean isRecognised(ProblemFact fact) {
		return isCoded(fact.problem()) || this.problems.isKnown(fact.named()) || isDenied(fact);
	}

	/** Whether it says nothing but that a problem of this reference is not so. */
	boolean isDenied(ProblemFact fact) {
		return this.problems.isKnown(fact.denied()) && !this.problems.isKnown(fact.told());
	}

	boolean isCoded(Problem problem) {
		return problem.codes()
			.stream()
			.anyMatch((code) -> this.problemSystems.contains(code.system()) && this.problems.tells(code));
	}

	boolean isCoded(Medicine medicine) {
		return medicine.product().codes().stream().anyMatch(this::isOfOne);
	}

	boolean isCoded(Allergy allergy) {
		return isOneOf(this.allergySystems, allergy.codes());
	}

	/**
	 * Whether a code or its words say which problem of this reference it is, or may be.
	 */
	boolean isKnown(ProblemFact fact) {
		return this.problems.isKnown(fact.told()) || isDenied(fact);
	}

	/** What the words of an order name without a doubt. */
	Set<Code> named(Order order) {
		return this.problems.said(List.of(order.name()), List.of()).surely();
	}

	/** A problem with what its words name. */
	ProblemFact fact(Problem problem) {
		return ProblemFact.of(problem, this.problems);
	}

	/**
	 * Whether the name or a code of the medicine tells which it is, or else those of each
	 * of its active ingredients: of one that nobody names it may hold any. Words that
	 * name nothing known tell it only beside a code for one medicine.
	 */
	boolean isRecognised(Medicine medicine) {
		return isTold(medicine.product())
				|| (!medicine.ingredients().isEmpty() && medicine.ingredients().stream().allMatch(this::isTold));
	}

	private boolean isTold(CodedName named) {
		return named.codes().stream().anyMatch(this::isOfOne) || (named.inWords()
				&& named.codes().stream().anyMatch(this::isWellFormed) && !this.medicines.isEmpty(named.name()))
				|| !this.medicines.named(named.name()).isEmpty();
	}

	/** Of RxNorm's codes only those that are known: what newer ones hold is not told. */
	private boolean isOfOne(Code code) {
		return isWellFormed(code)
				&& (!code.system().equals(MedicineCodes.RXNORM) || this.medicines.isKnown(List.of(code)));
	}

	private boolean isWellFormed(Code code) {
		return this.medicineSystems.contains(code.system()) && MedicineCodes.isWellFormed(code);
	}

	/**
	 * Whether a code or a name tells what the allergy is to, or that there is none. A
	 * code that is not known of one medicine tells it together with words only.
	 */
	boolean isRecognised(Allergy allergy) {
		return !allergy.mayBeToMedicine() || allergy.codes().stream().anyMatch(this::isOfOne)
				|| (allergy.inWords() && isOneOf(this.allergySystems, allergy.codes()))
				|| AllergyDenial.isDenial(allergy.name()) || !this.medicines.named(allergy.name()).isEmpty();
	}

	private static boolean isOneOf(Set<String> systems, List<Code> codes) {
		for (Code code : codes) {
			if (systems.contains(code.system())) {
				return true;
			}
		}
		return false;
	}

	/** The analytes that the result means; of a report, all that it may hold. */
	Set<String> analytes(LabResult result) {
		Set<String> analytes = analytes(result.codes());
		if (result.status() == LabResult.Status.IN_REPORT) {
			analytes.addAll(this.reports.held(result.codes(), result.name()));
		}
		return analytes;
	}

	/**
	 * The analytes of a panel that has no results of its own, but a text or notes in
	 * place of them.
	 */
	Set<String> inWords(LabResult result) {
		boolean says = !result.value().shown().isBlank()
				|| result.notes().stream().anyMatch((note) -> !SPECIMEN.matcher(note).lookingAt());
		return says ? this.reports.inPanels(result.codes()) : Set.of();
	}

	/** Whether its specimen is of something else than what the analyte is measured in. */
	boolean isOfOtherSpecimen(LabResult result, Analyte analyte) {
		return result.specimens()
			.stream()
			.map((words) -> analyte.withoutHarmless(words.toLowerCase(Locale.ROOT)))
			.anyMatch(this.reports.results()::isOtherSpecimen);
	}

	/** The analytes that the name of a result says, or its text, where no code does. */
	Set<String> said(LabResult result) {
		ResultValue value = result.value();
		return (value.shown().isBlank() || isTold(result.codes())) ? Set.of()
				: this.reports.results().said(result.name(), value.isInWords() ? value.shown() : "");
	}

	/** The analytes of which a name stands in that of the result, whatever else does. */
	public Set<String> hinted(LabResult result) {
		return this.reports.results().hinted(result.name());
	}

	/** The result with the amount that its text says of the analyte, if it does. */
	LabResult quoting(String analyte, LabResult result) {
		ResultValue value = result.value();
		if (!value.isInWords()) {
			return result;
		}
		return this.reports.results()
			.quoted(analyte, value.shown())
			.flatMap((quoted) -> TextAmounts.read(quoted)
				.<ResultValue>map((read) -> read)
				.or(() -> TextAmounts.thousands(quoted)))
			.map((amount) -> result.with(new ResultValue.Quoted(value, amount)))
			.orElse(result);
	}

	/** Whether a code tells what it is; one of LOINC that is not known here does not. */
	private boolean isTold(List<Code> codes) {
		return !found(codes, this.meaning).isEmpty() || !excluded(codes).isEmpty()
				|| !this.reports.inPanels(codes).isEmpty();
	}

	Set<String> analytes(List<Code> codes) {
		Set<String> found = found(codes, this.meaning);
		if (!found.isEmpty()) {
			found.removeAll(excluded(codes));
		}
		return found;
	}

	/** The analytes that a result with these codes must not be taken for. */
	Set<String> excluded(List<Code> codes) {
		return found(codes, this.excluded);
	}

	private static Set<String> found(List<Code> codes, Map<Code, Set<String>> index) {
		Set<String> found = new HashSet<>(2);
		for (Code code : codes) {
			Set<String> analytes = index.get(code);
			if (analytes != null) {
				found.addAll(analytes);
			}
		}
		return found;
	}

}
