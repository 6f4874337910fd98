/** The page of app and sandbox together, in a real browser. */
@NullMarked
package org.twitchingreference.endtoend.browser;

import org.jspecify.annotations.NullMarked;
