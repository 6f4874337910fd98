/**
 * Clinical vocabulary that uses no framework: codes, quantities, units, dates of a chart.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.clinical;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
