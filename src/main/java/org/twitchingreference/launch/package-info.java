/** The SMART launch: authorization, tokens and one isolated launch per opened sidebar. */
@NullMarked
@ApplicationModule(allowedDependencies = { "registration", "keys", "audit" })
package org.twitchingreference.launch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
