/**
 * What the chart says, indexed for the rules, and the values that findings are made of.
 */
@NullMarked
@NamedInterface("facts")
package org.twitchingreference.assessment.facts;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
