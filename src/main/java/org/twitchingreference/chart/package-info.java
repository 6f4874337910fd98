/** The chart of one patient as plain records, with how each part of it was read. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinical" })
package org.twitchingreference.chart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
