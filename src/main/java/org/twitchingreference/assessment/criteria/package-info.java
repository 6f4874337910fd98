/** Evaluates the conditions of rules in three-valued logic. */
@NullMarked
@NamedInterface("criteria")
package org.twitchingreference.assessment.criteria;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
