/** The searches by which a chart is read, in the server's dialect. */
@NullMarked
package org.twitchingreference.reading.query;

import org.jspecify.annotations.NullMarked;
