package org.twitchingreference.knowledge.load;

import java.util.HashMap;
import java.util.Map;

import org.hl7.fhir.r4.model.PlanDefinition;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;

/** In which file each action of the PlanDefinitions stands, for what is wrong with it. */
final class PlanFiles {

	private final Map<String, String> files = new HashMap<>();

	PlanFiles(Artifacts artifacts) {
		artifacts.all(PlanDefinition.class).forEach((plan) -> plan.getAction().forEach((action) -> {
			String file = artifacts.file(plan);
			String other = this.files.put(action.getId(), file);
			if (other != null) {
				throw new KnowledgeException(file, "the action '" + action.getId() + "' has the id of another one"
						+ (other.equals(file) ? "" : " in " + other) + ": give one of them another id");
			}
		}));
	}

	/** The fault of the action, and how to mend it. */
	KnowledgeException broken(String action, String what) {
		return new KnowledgeException(this.files.getOrDefault(action, "PlanDefinition"),
				"the action '" + action + "' " + what);
	}

}
