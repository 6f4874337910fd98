/** The knowledge once more, evaluated by a CQL engine and held against the assessor. */
@NullMarked
package org.twitchingreference.oracle;

import org.jspecify.annotations.NullMarked;
