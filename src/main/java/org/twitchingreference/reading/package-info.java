/**
 * Reads the parts of a chart from an EHR, page by page and within limits, and records how
 * each part was read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "mapping", "mapping :: *", "capacity", "chart", "fhir", "clinical" })
package org.twitchingreference.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
