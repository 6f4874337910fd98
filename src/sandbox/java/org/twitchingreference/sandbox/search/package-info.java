/** FHIR R4 search as the sandbox supports it: parameters, matching and paging. */
@NullMarked
package org.twitchingreference.sandbox.search;

import org.jspecify.annotations.NullMarked;
