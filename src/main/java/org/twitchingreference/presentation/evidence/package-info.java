/** Rows of evidence and statements, each with the sources that support it. */
@NullMarked
@NamedInterface("evidence")
package org.twitchingreference.presentation.evidence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
