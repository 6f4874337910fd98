package org.twitchingreference.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.chart.Relative;
import org.twitchingreference.mapping.element.Relatives;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.ContainedEntries;
import org.twitchingreference.mapping.entry.DistinctEntries;
import org.twitchingreference.mapping.entry.MissingEntries;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.entry.ResourceMapping;
import org.twitchingreference.mapping.entry.Warnings;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.mapping.result.PanelMembers;
import org.twitchingreference.mapping.result.SpecimenNotes;

/**
 * The chart in one FHIR R4 Bundle (collection, searchset, transaction), read without a
 * server but mapped by the same code. An observation counts as laboratory unless the
 * standard categories it carries say that it is something else.
 */
public final class BundleChart {

	private static final FhirJson FHIR = new FhirJson();

	private BundleChart() {
	}

	/** Makes the first chart quicker; may run beside anything else. */
	public static void warmUp() {
		FHIR.warmUp();
	}

	/** The chart of the Bundle's one patient; throws when there is none to read. */
	public static Chart from(byte[] bundleJson) {
		return of(FHIR.bundle(bundleJson));
	}

	/** The chart of the patient among the entries. */
	public static Chart of(BundlePage page) {
		BundlePage bundle = ContainedEntries.addedTo(DistinctEntries.of(page));
		SpecimenNotes.addTo(bundle.entries());
		ChartPatient patient = BundlePatient.of(bundle);
		ChartAssembly assembly = new ChartAssembly(patient);
		List<PartEntries> parts = Stream.of(Part.values()).map((part) -> BundleParts.of(part, bundle)).toList();
		List<MappedPart> mapped = parts.stream().map(assembly::map).toList();
		List<Unreadable> named = MissingEntries.missing(bundle, patient);
		List<Unreadable> results = Stream
			.concat(lostResults(mapped).stream(), named.stream().filter((lost) -> isResult(lost)))
			.toList();
		List<PartRead> reads = new ArrayList<>();
		for (int at = 0; at < parts.size(); at++) {
			reads.add(read(parts.get(at), mapped.get(at), bundle,
					(parts.get(at).part() == Part.LABORATORY) ? results : of(parts.get(at).part(), named)));
		}
		return assembly.chart(mapped, reads, AnswerMapping.in(bundle, patient))
			.with(ListMapping.in(bundle, patient), relatives(bundle, patient));
	}

	/**
	 * No verdict rests on them, so that an entry that is damaged, of somebody else or not
	 * understood is passed over.
	 */
	private static List<Relative> relatives(BundlePage bundle, ChartPatient patient) {
		return bundle.entries()
			.stream()
			.filter((entry) -> entry.resource() instanceof FamilyMemberHistory history
					&& !ResourceMapping.isModified(history) && patient.mayBe(history.getPatient(), entry.fullUrl()))
			.flatMap((entry) -> Relatives.of((FamilyMemberHistory) entry.resource(), entry.reference()))
			.toList();
	}

	private static boolean isResult(Unreadable lost) {
		return BundleParts.belongs(lost, Part.LABORATORY);
	}

	/** Of results only the laboratory's part lacks what nobody has seen. */
	private static List<Unreadable> of(Part part, List<Unreadable> named) {
		return part.isOfObservations() ? List.of()
				: named.stream().filter((lost) -> BundleParts.belongs(lost, part)).toList();
	}

	/**
	 * What may be a laboratory's result although it is in another category: observations
	 * that were not understood, and members of panels that are not in the file.
	 */
	private static List<Unreadable> lostResults(List<MappedPart> mapped) {
		Stream<Unreadable> elsewhere = mapped.stream()
			.filter((part) -> part.part().isOfObservations() && part.part() != Part.LABORATORY)
			.flatMap((part) -> part.made().unreadable().stream())
			.filter((lost) -> !lost.why().code().equals(EntryReason.OF_ANOTHER_PATIENT));
		return Stream
			.concat(elsewhere, PanelMembers.missing(mapped.stream().map(MappedPart::members).toList()).stream())
			.distinct()
			.toList();
	}

	/** A file is one page that is there as a whole, unless it says otherwise. */
	private static PartRead read(PartEntries part, MappedPart mapped, BundlePage bundle, List<Unreadable> more) {
		List<Unreadable> lost = Stream
			.of(part.unreadable().stream(), mapped.made().unreadable().stream(), more.stream())
			.flatMap((some) -> some)
			.distinct()
			.toList();
		ReadStatus how = bundle.next().isEmpty() ? mapped.mixUp().or(() -> doubt(bundle)).orElse(ReadStatus.COMPLETE)
				: ReadStatus.of(ReadOutcome.TRUNCATED, ReadReason.ONE_PAGE_OF_SEVERAL.reason(part.part())).afterSome();
		return PartRead.of(part.part(), how, part.count(), 1, lost, Optional.empty(), List.of());
	}

	private static Optional<ReadStatus> doubt(BundlePage bundle) {
		return Warnings.among(bundle.entries())
			.doubt(bundle.matches(), bundle.announced())
			.map((why) -> ReadStatus.of(ReadOutcome.TRUNCATED, why));
	}

}
