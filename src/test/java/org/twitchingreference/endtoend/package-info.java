/** The application and the sandbox EHR together, met over HTTP and in a real browser. */
@NullMarked
package org.twitchingreference.endtoend;

import org.jspecify.annotations.NullMarked;
