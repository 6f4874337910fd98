/** The application and the sandbox EHR together, met over HTTP. */
@NullMarked
package org.twitchingreference.endtoend;

import org.jspecify.annotations.NullMarked;
