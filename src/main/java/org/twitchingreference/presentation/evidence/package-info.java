/**
 * Rows of evidence and statements, each with the sources that bear it out.
 */
@NullMarked
@NamedInterface("evidence")
package org.twitchingreference.presentation.evidence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
