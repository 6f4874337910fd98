/**
 * Entries of a chart as they come in: whose they are, each once, with what they contain
 * and what became of them.
 */
@NullMarked
@NamedInterface("entry")
package org.twitchingreference.mapping.entry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
