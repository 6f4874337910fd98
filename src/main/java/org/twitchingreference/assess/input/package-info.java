/** Files and streams divided into Bundles, each checked before a chart is read. */
@NullMarked
package org.twitchingreference.assess.input;

import org.jspecify.annotations.NullMarked;
