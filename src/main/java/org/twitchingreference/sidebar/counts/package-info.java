/**
 * What is counted of charts that were read: how that went and what was said, of nobody.
 */
@NullMarked
package org.twitchingreference.sidebar.counts;

import org.jspecify.annotations.NullMarked;
