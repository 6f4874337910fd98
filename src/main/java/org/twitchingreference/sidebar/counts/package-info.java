/**
 * Metrics of charts that were read: how that went and what was said, without naming
 * anybody.
 */
@NullMarked
package org.twitchingreference.sidebar.counts;

import org.jspecify.annotations.NullMarked;
