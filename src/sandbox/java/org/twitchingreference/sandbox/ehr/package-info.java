/** The EHRs that the sandbox plays, and the FHIR base URL of each. */
@NullMarked
package org.twitchingreference.sandbox.ehr;

import org.jspecify.annotations.NullMarked;
