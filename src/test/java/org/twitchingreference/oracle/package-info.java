/**
 * The same criteria in CQL, run by a second engine: what both engines say of a chart must
 * be the same.
 */
@NullMarked
package org.twitchingreference.oracle;

import org.jspecify.annotations.NullMarked;
