package org.twitchingreference.assessment.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/** One chart on one day, indexed by what the rules look for. */
public final class Facts {

	private final Chart chart;

	private final CodeIndex index;

	private final LocalDate asOf;

	private final Map<String, Analyte> analytes;

	private final ResultsByAnalyte results;

	private final EntriesByCode<LabResult> observations;

	private final List<MedicineFact> medicines;

	private final EntriesByCode<MedicineFact> medicinesByCode;

	private final Map<String, List<MedicineFact>> medicinesOf = new HashMap<>();

	private final ProblemFacts problems;

	private final List<MedicineFact> unrecognisedMedicines;

	private final List<Allergy> unrecognisedAllergies;

	private final Set<Part> complete = EnumSet.noneOf(Part.class);

	private final Set<Part> denied;

	private final Set<Part> unknown = EnumSet.noneOf(Part.class);

	public Facts(Chart read, LocalDate asOf, Knowledge knowledge, CodeIndex index) {
		KnownLists lists = new KnownLists(read, knowledge.lists(), index);
		Chart chart = lists.chart();
		this.chart = chart;
		this.denied = lists.denied();
		lists.unknown().stream().filter(read::isComplete).forEach(this.unknown::add);
		this.index = index;
		this.asOf = asOf;
		Stream.of(Part.values()).filter(chart::isComplete).forEach(this.complete::add);
		this.analytes = knowledge.analytes();
		this.results = new ResultsByAnalyte(chart, knowledge, index);
		this.observations = new EntriesByCode<>(
				Stream.of(Part.values()).flatMap((part) -> chart.observations(part).stream()).toList(),
				LabResult::codes);
		this.problems = new ProblemFacts(chart.problems(), index);
		this.unrecognisedAllergies = matching(chart.allergies(), (allergy) -> !index.isRecognised(allergy));
		MedicineUse.Classifier classifier = new MedicineUse.Classifier(asOf,
				knowledge.medicines().dayLimits().supplyInDoubt());
		this.medicines = chart.medicines().stream().map(new MedicineFacts(knowledge, classifier)::of).toList();
		this.medicinesByCode = new EntriesByCode<>(this.medicines, MedicineFact::allCodes);
		this.unrecognisedMedicines = matching(this.medicines, (fact) -> !index.isRecognised(fact.medicine()));
	}

	public Chart chart() {
		return this.chart;
	}

	public LocalDate asOf() {
		return this.asOf;
	}

	public boolean isComplete(Part part) {
		return this.complete.contains(part);
	}

	/**
	 * Why something that is not found in an incomplete part is not absent. Where the
	 * chart itself says that nothing is known of the part, reading it again would not
	 * help, and it counts as unrecognised.
	 */
	public Doubt doubt(Part part) {
		return this.unknown.contains(part) ? Doubt.UNRECOGNISED : Doubt.NOT_READ;
	}

	/**
	 * Whether the chart itself says that there is nothing in the part ("no known
	 * allergies").
	 */
	public boolean isDenied(Part part) {
		return this.denied.contains(part);
	}

	public Analyte analyte(String id) {
		return Objects.requireNonNull(this.analytes.get(id), id);
	}

	/**
	 * The incomplete part from which an analyte, or one it is computed from, may lack
	 * results.
	 */
	public Optional<Part> unread(Analyte analyte) {
		return analyte.derivation()
			.map((derivation) -> derivation.needs().stream().map(this::analyte))
			.orElseGet(() -> Stream.of(analyte))
			.map(Facts::part)
			.filter((part) -> !isComplete(part))
			.findFirst();
	}

	/** The part of the chart that holds measurements of the analyte. */
	public static Part part(Analyte analyte) {
		return switch (analyte.kind()) {
			case LABORATORY -> Part.LABORATORY;
			case VITAL_SIGN -> Part.VITAL_SIGNS;
			case SCORE -> Part.SCORES;
		};
	}

	/** The results that mean the analyte, whatever their status. */
	public List<LabResult> results(Analyte analyte) {
		return this.results.of(analyte);
	}

	/** The results that must not be taken for the analyte. */
	public List<LabResult> excluded(Analyte analyte) {
		return this.results.excluded(analyte);
	}

	/** The results whose specimen is another than their code or name says. */
	public Set<LabResult> ofOtherSpecimens() {
		return this.results.ofOtherSpecimens();
	}

	/** Results that belong to an analyte only by their name or text, not by a code. */
	public Set<LabResult> namedOnly() {
		return this.results.namedOnly();
	}

	/** Results without a known code whose names mention the analyte. */
	public List<LabResult> unrecognised(Analyte analyte) {
		return this.results.unrecognised(analyte);
	}

	/** The observations with a code of the set, in whichever part they were read. */
	public List<LabResult> recorded(CodeSet codes) {
		return this.observations.of(codes).stream().distinct().toList();
	}

	public List<MedicineFact> medicines() {
		return this.medicines;
	}

	/** The medicines of the set, by code or by name, whatever their use. */
	public List<MedicineFact> medicines(CodeSet set) {
		return this.medicinesOf.computeIfAbsent(set.id(), (id) -> this.medicinesByCode.of(set));
	}

	private static <T> List<T> matching(List<T> all, Predicate<T> wanted) {
		List<T> found = new ArrayList<>(0);
		for (T one : all) {
			if (wanted.test(one)) {
				found.add(one);
			}
		}
		return found;
	}

	public ProblemFacts problems() {
		return this.problems;
	}

	/** The active orders of what the set names, by code or by name. */
	public List<Order> activeOrders(CodeSet set) {
		return matching(this.chart.orders(), (order) -> order.state() == Order.State.ACTIVE
				&& (set.containsAny(order.codes()) || set.containsAny(this.index.named(order))));
	}

	/** The medicines, in use or not, that no name or code identifies. */
	public List<MedicineFact> unrecognisedMedicines() {
		return this.unrecognisedMedicines;
	}

	/** The allergies whose allergen neither a known code nor a name identifies. */
	public List<Allergy> unrecognisedAllergies() {
		return this.unrecognisedAllergies;
	}

}
