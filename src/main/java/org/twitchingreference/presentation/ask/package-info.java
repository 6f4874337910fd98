/** The bedside questions as buttons: each asked by a tap, in groups. */
@NullMarked
@NamedInterface("ask")
package org.twitchingreference.presentation.ask;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
