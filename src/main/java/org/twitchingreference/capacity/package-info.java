/**
 * What EHRs share on this server, each with a part of its own: places, with a queue for
 * who finds none, and threads that wait for them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.capacity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
