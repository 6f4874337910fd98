/** The bedside questions as groups of buttons. */
@NullMarked
@NamedInterface("ask")
package org.twitchingreference.presentation.ask;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
