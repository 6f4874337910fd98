/** Limits the bodies of answers: their bytes, and the memory they take together. */
@NullMarked
package org.twitchingreference.http.body;

import org.jspecify.annotations.NullMarked;
