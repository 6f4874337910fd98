/**
 * The audit trail: one line for each launch, reading, view, answer and end, without names
 * and values.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package org.twitchingreference.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
