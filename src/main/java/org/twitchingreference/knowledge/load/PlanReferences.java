package org.twitchingreference.knowledge.load;

import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/** What criteria and actions of plans refer to besides the inputs of their own plan. */
record PlanReferences(AnalyteArtifacts analytes, CodeSetReader codeSets, DoseTableReader doseTables,
		QuestionReader questions, SourceReader sources) {

}
