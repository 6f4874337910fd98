/**
 * The checks of a registration, by itself and against its EHR, and what they find.
 */
@NullMarked
package org.twitchingreference.preflight.check;

import org.jspecify.annotations.NullMarked;
