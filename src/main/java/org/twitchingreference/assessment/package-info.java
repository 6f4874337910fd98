/** Matches a chart to the knowledge: pure functions without Spring, I/O or a clock. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chart", "knowledge", "knowledge :: *", "clinical" })
package org.twitchingreference.assessment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
