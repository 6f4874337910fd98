/** Filters that limit which bodies of requests are read, and that decode parameters. */
@NullMarked
package org.twitchingreference.launch.web.request;

import org.jspecify.annotations.NullMarked;
