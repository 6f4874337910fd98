/**
 * How long launches take and how many there can be at once: programs to run by hand, and
 * what they are made of.
 */
@NullMarked
package org.twitchingreference.endtoend.measured;

import org.jspecify.annotations.NullMarked;
