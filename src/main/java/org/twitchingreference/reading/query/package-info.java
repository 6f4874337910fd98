/** Which searches a chart is read by, in the dialect of the server. */
@NullMarked
package org.twitchingreference.reading.query;

import org.jspecify.annotations.NullMarked;
