/** Evaluates the conditions of rules with three values. */
@NullMarked
@NamedInterface("criteria")
package org.twitchingreference.assessment.criteria;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
