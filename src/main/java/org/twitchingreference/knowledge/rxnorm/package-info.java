/** A table of clinical drugs that an operator puts in place of the one in the jar. */
@NullMarked
package org.twitchingreference.knowledge.rxnorm;

import org.jspecify.annotations.NullMarked;
