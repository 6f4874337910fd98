/** What the chart points to, as cards, one for each thing to act on. */
@NullMarked
@NamedInterface("cards")
package org.twitchingreference.presentation.cards;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
