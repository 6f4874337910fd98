/** Several nodes of the app that share a store. */
@NullMarked
package org.twitchingreference.endtoend.nodes;

import org.jspecify.annotations.NullMarked;
