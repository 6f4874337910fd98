/**
 * Readings of charts: one that arrives part by part, and one whose chart was kept.
 */
@NullMarked
package org.twitchingreference.sidebar.progress;

import org.jspecify.annotations.NullMarked;
