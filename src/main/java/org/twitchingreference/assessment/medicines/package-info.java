/** Decides which medicines are in use, since when, and at which daily dose. */
@NullMarked
@NamedInterface("medicines")
package org.twitchingreference.assessment.medicines;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
