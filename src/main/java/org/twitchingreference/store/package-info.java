/**
 * What several nodes share: where it is kept, and the keys that encrypt it there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "startup" })
package org.twitchingreference.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
