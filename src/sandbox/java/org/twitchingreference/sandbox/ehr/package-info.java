/** The EHRs that the sandbox simulates, and the FHIR base URL of each. */
@NullMarked
package org.twitchingreference.sandbox.ehr;

import org.jspecify.annotations.NullMarked;
