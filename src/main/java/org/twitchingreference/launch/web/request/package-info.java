/** How much of a request is read, by whom, and which parts can be understood. */
@NullMarked
package org.twitchingreference.launch.web.request;

import org.jspecify.annotations.NullMarked;
