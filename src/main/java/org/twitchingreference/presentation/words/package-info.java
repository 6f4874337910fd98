/**
 * How things are said: the message bundle, and reasons, ranges, units and days in its
 * words.
 */
@NullMarked
@NamedInterface("words")
package org.twitchingreference.presentation.words;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
