/** Which result counts, in which unit, against which range or limit. */
@NullMarked
@NamedInterface("results")
package org.twitchingreference.assessment.results;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
