/**
 * The second engine: runs the CQL of this reference on a chart, with nothing of the
 * product.
 */
@NullMarked
package org.twitchingreference.oracle.engine;

import org.jspecify.annotations.NullMarked;
