package org.twitchingreference.knowledge;

/**
 * What the criteria and actions of plans refer to beside the inputs of their own plan.
 */
record PlanReferences(Analytes analytes, CodeSets codeSets, DoseTables doseTables, Questions questions,
		Sources sources) {

}
