package org.twitchingreference.knowledge.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.EntryMatcher;
import org.twitchingreference.knowledge.Activity.PatientText;
import org.twitchingreference.knowledge.Activity.PatientText.Purpose;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;
import org.twitchingreference.knowledge.names.MedicineNames;
import org.twitchingreference.knowledge.orders.Ordering;
import org.twitchingreference.knowledge.orders.Ordering.Item;

/** Reads the ActivityDefinitions: the tests and the options. */
final class ActivityReader {

	private final Artifacts artifacts;

	private final AnalyteArtifacts analytes;

	private final CodeSetReader codeSets;

	private final SourceReader sources;

	ActivityReader(Artifacts artifacts, AnalyteArtifacts analytes, CodeSetReader codeSets, SourceReader sources) {
		this.artifacts = artifacts;
		this.analytes = analytes;
		this.codeSets = codeSets;
		this.sources = sources;
	}

	Activity read(ActivityDefinition definition) {
		String file = this.artifacts.file(definition);
		Extensions extensions = new Extensions(definition.getExtension(), file);
		String kind = definition.getTopicFirstRep().getCodingFirstRep().getCode();
		if (!List.of("test", "option", "mention").contains(kind)) {
			throw new KnowledgeException(file, "must be a test, an option or a mention (topic)");
		}
		return new Activity(definition.getIdElement().getIdPart(), Activity.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
				definition.getTitle(), definition.getDescription(),
				extensions.texts("produces")
					.stream()
					.map((canonical) -> this.analytes.byCanonical(canonical, file).id())
					.toList(),
				matcher(extensions, "ordered-by", "ordered-within"), matcher(extensions, "done-by", "valid-for"),
				extensions.texts("asked-with").stream().map((canonical) -> canonical.replaceFirst(".*/", "")).toList(),
				ordering(extensions, kind), withheldWhile(extensions),
				this.sources.get(extensions.texts("source"), file),
				extensions.all("patient-text").stream().map((text) -> patientText(Extensions.of(text, file))).toList(),
				extensions.texts("in-family")
					.stream()
					.findFirst()
					.map((canonical) -> this.codeSets.get(canonical, file)),
				extensions.texts("names-medicines").contains("true"));
	}

	/** What is ordered for a test, and the analytes it measures if it is a panel. */
	private Ordering ordering(Extensions extensions, String kind) {
		List<Item> items = extensions.all("order")
			.stream()
			.map((extension) -> item((CodeableConcept) extension.getValue()))
			.toList();
		if (items.isEmpty() == kind.equals("test")) {
			throw new KnowledgeException(extensions.file(), "must say what is ordered (order), if it is a test");
		}
		return new Ordering(items,
				extensions.texts("panel-member")
					.stream()
					.flatMap((canonical) -> this.analytes.byCanonical(canonical, extensions.file()).codes().stream())
					.toList());
	}

	private static Item item(CodeableConcept concept) {
		Optional<Coding> coding = concept.getCoding().stream().findFirst();
		return new Item(concept.getText(), coding.map((one) -> new Code(one.getSystem(), one.getCode())),
				coding.map(Coding::getDisplay).orElse(""));
	}

	private PatientText patientText(Extensions parts) {
		String purpose = parts.required("for").toUpperCase(Locale.ROOT);
		if (Arrays.stream(Purpose.values()).noneMatch((one) -> one.name().equals(purpose))) {
			throw new KnowledgeException(parts.file(), "has a patient-text for '" + parts.required("for") + "'");
		}
		return new PatientText(Purpose.valueOf(purpose), parts.required("words"),
				this.sources.get(parts.parts("source"), parts.file()));
	}

	private static Optional<Urgency> withheldWhile(Extensions extensions) {
		return extensions.texts("withheld-while")
			.stream()
			.findFirst()
			.map((code) -> Extensions.choice("withheld-while", code, Urgency.class, extensions.file()));
	}

	/**
	 * How an order or a study is recognised: one entry from each of the sets is needed.
	 */
	private Optional<EntryMatcher> matcher(Extensions extensions, String codes, String within) {
		List<CodeSet> sets = extensions.texts(codes)
			.stream()
			.map((canonical) -> this.codeSets.get(canonical, extensions.file()))
			.toList();
		Optional<Integer> window = extensions.days(within);
		if (sets.isEmpty() != window.isEmpty()) {
			throw new KnowledgeException(extensions.file(), "needs '" + codes + "' and '" + within + "', or neither");
		}
		List<String> names = extensions.texts("name-hint").stream().map(MedicineNames::words).toList();
		return window.map((days) -> new EntryMatcher(sets, names, days));
	}

}
