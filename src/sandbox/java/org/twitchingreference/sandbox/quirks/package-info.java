/** The ways in which the FHIR servers of other EHRs differ from the sandbox's own. */
@NullMarked
package org.twitchingreference.sandbox.quirks;

import org.jspecify.annotations.NullMarked;
