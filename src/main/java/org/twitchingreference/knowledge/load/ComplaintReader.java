package org.twitchingreference.knowledge.load;

import java.util.List;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.orders.Complaint;

/**
 * Reads the complaints: the focus (useContext) of the value sets whose problems record
 * them.
 */
final class ComplaintReader {

	/** The first is used if the chart records neither. */
	private static final List<String> COMPLAINTS = List.of("fasciculation", "cramp");

	private ComplaintReader() {
	}

	static List<Complaint> read(Artifacts artifacts, CodeSetReader codeSets) {
		return COMPLAINTS.stream()
			.map((id) -> Artifacts.BASE + "ValueSet/" + id)
			.map((canonical) -> artifacts.read(artifacts.get(ValueSet.class, canonical, "the complaints"),
					(set) -> read(set, artifacts.file(set), codeSets)))
			.toList();
	}

	private static Complaint read(ValueSet set, String file, CodeSetReader codeSets) {
		CodeableConcept focus = set.getUseContext()
			.stream()
			.filter((context) -> context.getCode().getCode().equals("focus") && context.hasValueCodeableConcept())
			.map((context) -> context.getValueCodeableConcept())
			.filter((concept) -> concept.hasText() && concept.getCodingFirstRep().hasCode())
			.findFirst()
			.orElseThrow(() -> new KnowledgeException(file, "does not give its focus (useContext) a code and a text"));
		Coding coding = focus.getCodingFirstRep();
		return new Complaint(focus.getText(), new Code(coding.getSystem(), coding.getCode()), coding.getDisplay(),
				codeSets.get(set.getUrl(), file));
	}

}
