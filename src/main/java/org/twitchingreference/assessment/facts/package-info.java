/**
 * The contents of a chart, indexed for the rules, and the values of which findings are
 * made.
 */
@NullMarked
@NamedInterface("facts")
package org.twitchingreference.assessment.facts;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
