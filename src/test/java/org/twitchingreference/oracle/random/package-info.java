/** Random charts, right and wrong, and the smallest chart on which something fails. */
@NullMarked
package org.twitchingreference.oracle.random;

import org.jspecify.annotations.NullMarked;
