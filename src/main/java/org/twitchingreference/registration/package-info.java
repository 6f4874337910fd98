/**
 * The EHRs this server may talk to: launch-config files, issuers, discovery, and HTTP
 * within bounds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "keys", "startup" })
package org.twitchingreference.registration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
