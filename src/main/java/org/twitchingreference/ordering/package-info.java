/**
 * Orders as drafts for the EHR: what is sent, whether that is possible, and sending it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fhir", "capacity", "knowledge", "knowledge :: orders", "clinical" })
package org.twitchingreference.ordering;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
