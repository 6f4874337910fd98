/** Wording: the message bundle, and reasons, ranges, units and days in words. */
@NullMarked
@NamedInterface("words")
package org.twitchingreference.presentation.words;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
