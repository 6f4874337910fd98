/**
 * The patients of the sandbox: Bundles read from files, held in memory, never changed.
 */
@NullMarked
package org.twitchingreference.sandbox.chart;

import org.jspecify.annotations.NullMarked;
