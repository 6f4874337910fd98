/**
 * What EHRs share on this server, each with a fair part: slots with a queue, caches, and
 * threads that wait for EHRs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.capacity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
