/**
 * What a sidebar keeps in memory: charts that were read, and what the answers make of
 * them.
 */
@NullMarked
package org.twitchingreference.sidebar.kept;

import org.jspecify.annotations.NullMarked;
