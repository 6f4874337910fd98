/** Reads a patient's chart over FHIR and says how complete the reading is. */
@NullMarked
@ApplicationModule(allowedDependencies = { "launch", "registration", "clinical" })
package org.twitchingreference.chart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
