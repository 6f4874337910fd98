package org.twitchingreference.mapping.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * The LOINC codes that a site's launch-config gives for its local codes. A result with a
 * local code gets the LOINC code too, and its name says so ("Kalium i.S. (= LOINC
 * 2823-3)"); its unit is not changed. If the result already carries a different LOINC
 * code, it is unclear which one is right.
 */
public final class LocalCodes {

	private static final String LOINC = "http://loinc.org";

	private final CodeMap map;

	public LocalCodes(CodeMap map) {
		this.map = map;
	}

	/** The codes and every local code that stands for one of them, for searches. */
	public List<Code> with(Collection<Code> codes) {
		Set<String> loinc = codes.stream()
			.filter((code) -> code.system().equals(LOINC))
			.map(Code::code)
			.collect(Collectors.toSet());
		Stream<Code> local = this.map.localCodes(loinc).stream().map((code) -> new Code(code.system(), code.code()));
		return Stream.concat(codes.stream(), local).distinct().toList();
	}

	/** The page with its results coded; those of contradicting codes are unreadable. */
	public BundlePage addTo(BundlePage page) {
		if (this.map.loincByLocalCode().isEmpty()) {
			return page;
		}
		List<BundleEntry> usable = new ArrayList<>();
		List<Unreadable> unreadable = new ArrayList<>(page.unreadable());
		for (BundleEntry entry : page.entries()) {
			if (isContradicted(entry)) {
				unreadable.add(new Unreadable(entry.reference(), EntryReason.CONTRADICTED_CODE.reason()));
			}
			else {
				concepts(entry).forEach(this::code);
				usable.add(entry);
			}
		}
		return new BundlePage(usable, unreadable, page.matches(), page.announced(), page.next());
	}

	private boolean isContradicted(BundleEntry entry) {
		return concepts(entry).anyMatch((concept) -> {
			Set<String> targets = targets(concept);
			Set<String> own = loinc(concept);
			return targets.size() > 1 || (!targets.isEmpty() && !own.isEmpty() && !own.containsAll(targets));
		});
	}

	private void code(CodeableConcept concept) {
		Optional<String> target = targets(concept).stream().findFirst();
		if (target.isPresent() && loinc(concept).isEmpty()) {
			concept.setText(Codings.name(concept) + " (= LOINC " + target.get() + ")");
			concept.addCoding().setSystem(LOINC).setCode(target.get());
		}
	}

	private Set<String> targets(CodeableConcept concept) {
		return Codings.codes(concept)
			.stream()
			.map((code) -> this.map.loinc(code.system(), code.code()))
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
	}

	private static Set<String> loinc(CodeableConcept concept) {
		return Codings.codes(concept)
			.stream()
			.filter((code) -> code.system().equals(LOINC))
			.map(Code::code)
			.collect(Collectors.toSet());
	}

	/** What an observation, or a component of it, measures. */
	private static Stream<CodeableConcept> concepts(BundleEntry entry) {
		return (entry.resource() instanceof Observation observation)
				? Stream.concat(Stream.of(observation.getCode()),
						observation.getComponent().stream().map(ObservationComponentComponent::getCode))
				: Stream.empty();
	}

}
