/**
 * The same criteria in CQL, run by a second engine: what both engines say of a chart must
 * be the same. The engine, the random charts and the comparison of what the rules mention
 * have packages of their own.
 */
@NullMarked
package org.twitchingreference.oracle;

import org.jspecify.annotations.NullMarked;
