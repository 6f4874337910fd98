/**
 * What may be done: tests and options as rows, with what they rest on and their sources.
 */
@NullMarked
@NamedInterface("actions")
package org.twitchingreference.presentation.actions;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
