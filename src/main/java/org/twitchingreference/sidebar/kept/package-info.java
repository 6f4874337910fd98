/**
 * What a sidebar keeps in memory: charts that were read, and their assessment with the
 * answers given.
 */
@NullMarked
package org.twitchingreference.sidebar.kept;

import org.jspecify.annotations.NullMarked;
