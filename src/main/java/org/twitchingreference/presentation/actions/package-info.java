/** What can be done: tests and options as rows, with their grounds and sources. */
@NullMarked
@NamedInterface("actions")
package org.twitchingreference.presentation.actions;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
