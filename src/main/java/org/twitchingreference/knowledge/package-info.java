/**
 * The causes, tests, options, cautions and sources of fhir-resources as plain records.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinical", "startup" })
package org.twitchingreference.knowledge;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
