/** Loads and checks the knowledge artifacts of fhir-resources. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinical", "startup" })
package org.twitchingreference.knowledge;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
