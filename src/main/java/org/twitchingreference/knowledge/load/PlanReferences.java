package org.twitchingreference.knowledge.load;

import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/**
 * Everything that the criteria and actions of a plan may refer to, besides the inputs of
 * the plan itself.
 */
record PlanReferences(AnalyteArtifacts analytes, CodeSetReader codeSets, DoseTableReader doseTables,
		QuestionReader questions, SourceReader sources) {

}
