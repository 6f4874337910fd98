package org.twitchingreference.knowledge.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** The inputs of one PlanDefinition, to which its criteria refer for their data. */
final class PlanInputs {

	private final Map<String, DataRequirement> byId = new LinkedHashMap<>();

	private final Set<String> used = new HashSet<>();

	private final AnalyteArtifacts analytes;

	private final CodeSetReader codeSets;

	private final String file;

	PlanInputs(PlanDefinition plan, AnalyteArtifacts analytes, CodeSetReader codeSets, String file) {
		this.analytes = analytes;
		this.codeSets = codeSets;
		this.file = file;
		plan.getAction().forEach((action) -> action.getInput().forEach((input) -> {
			if (this.byId.put(input.getId(), input) != null) {
				throw new KnowledgeException(file, "has the input '" + input.getId() + "' twice");
			}
		}));
	}

	/** Called after all criteria were read: every input must be used by one of them. */
	void checkAllUsed() {
		for (String input : this.byId.keySet()) {
			if (!this.used.contains(input)) {
				throw new KnowledgeException(this.file, "has the input '" + input
						+ "', which no criterion uses: name it as \"input\" in an extension criterion, or one in a contributor, or take it out");
			}
		}
	}

	/** The codes of the input named by a part of a criterion. */
	CodeSet codes(Extensions parts, String part) {
		return this.codeSets.get(valueSet(input(parts, part)), this.file);
	}

	/** The analyte of the input, by its codes or as one that is computed. */
	Analyte analyte(Extensions parts, String part) {
		DataRequirement input = input(parts, part);
		List<String> computed = Extensions.of(input, this.file).texts("computed");
		return computed.isEmpty() ? this.analytes.byCodes(valueSet(input), this.file)
				: this.analytes.byCanonical(computed.get(0), this.file);
	}

	/** How many days back the input looks, if it says so. */
	OptionalInt window(Extensions parts, String part) {
		DataRequirement input = input(parts, part);
		return input.hasDateFilter()
				? OptionalInt.of(Extensions.days(input.getDateFilterFirstRep().getValueDuration(), this.file))
				: OptionalInt.empty();
	}

	private DataRequirement input(Extensions parts, String part) {
		String id = parts.required(part);
		this.used.add(id);
		return Optional.ofNullable(this.byId.get(id))
			.orElseThrow(() -> new KnowledgeException(this.file, "names the input '" + id
					+ "', and no action has it: correct the name, or add it to the \"input\" of the action"));
	}

	private String valueSet(DataRequirement input) {
		String valueSet = input.getCodeFilterFirstRep().getValueSet();
		if (valueSet == null) {
			throw new KnowledgeException(this.file,
					"the input '" + input.getId() + "' names no value set: write it as codeFilter.valueSet");
		}
		return valueSet;
	}

}
