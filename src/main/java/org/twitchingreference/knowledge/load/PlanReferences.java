package org.twitchingreference.knowledge.load;

/**
 * What the criteria and actions of plans refer to beside the inputs of their own plan.
 */
record PlanReferences(AnalyteArtifacts analytes, CodeSetReader codeSets, DoseTableReader doseTables,
		QuestionReader questions, SourceReader sources) {

}
