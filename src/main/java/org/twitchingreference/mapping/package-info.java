/** Makes records of the chart of FHIR resources, from a server or a file alike. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chart", "fhir", "clinical" })
package org.twitchingreference.mapping;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
