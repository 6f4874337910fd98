/** The FHIR R4 server of each base: tokens checked, charts read and searched. */
@NullMarked
package org.twitchingreference.sandbox.fhir;

import org.jspecify.annotations.NullMarked;
