/**
 * Asks an EHR for the parts of a chart, page by page and within bounds, and keeps how
 * each part was read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "mapping", "mapping :: *", "capacity", "chart", "fhir", "clinical" })
package org.twitchingreference.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
