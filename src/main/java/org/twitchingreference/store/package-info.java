/** The store that several nodes share, and the keys that encrypt its content. */
@NullMarked
@ApplicationModule(allowedDependencies = { "startup" })
package org.twitchingreference.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
