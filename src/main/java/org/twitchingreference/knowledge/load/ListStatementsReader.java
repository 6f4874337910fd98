package org.twitchingreference.knowledge.load;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.ListStatements;
import org.twitchingreference.knowledge.ListStatements.Kind;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;

/** Reads the value sets by which charts make statements about their lists. */
final class ListStatementsReader {

	private ListStatementsReader() {
	}

	static ListStatements read(CodeSetReader codeSets) {
		return new ListStatements(set("nothing-known", codeSets), kind("problems", codeSets),
				kind("medications", codeSets), kind("allergies", codeSets), set("sections-of-results", codeSets),
				Artifacts.BASE + "CodeSystem/list-word");
	}

	private static Kind kind(String list, CodeSetReader codeSets) {
		return new Kind(set("no-known-" + list, codeSets), set("sections-of-" + list, codeSets));
	}

	private static CodeSet set(String id, CodeSetReader codeSets) {
		return codeSets.get(Artifacts.BASE + "ValueSet/" + id, "the lists of a chart");
	}

}
