/** Launches in a store that several nodes share. */
@NullMarked
package org.twitchingreference.launch.shared;

import org.jspecify.annotations.NullMarked;
