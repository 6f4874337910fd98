/** Benchmarks of the assessment, run by hand and never as tests. */
@NullMarked
package org.twitchingreference.benchmark;

import org.jspecify.annotations.NullMarked;
