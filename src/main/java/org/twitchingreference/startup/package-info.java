/**
 * What is reported when the server cannot start, a sentence instead of a stack trace; and
 * what is kept out of the log.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.startup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
