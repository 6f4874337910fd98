/**
 * What the rules mention and say in CQL and in the artifacts, compared without a chart.
 */
@NullMarked
package org.twitchingreference.oracle.rules;

import org.jspecify.annotations.NullMarked;
