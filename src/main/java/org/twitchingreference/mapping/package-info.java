/** Turns FHIR resources, from a server or a file alike, into records of the chart. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chart", "fhir", "clinical" })
package org.twitchingreference.mapping;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
