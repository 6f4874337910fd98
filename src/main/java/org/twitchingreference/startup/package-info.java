/** What is said when the server cannot start: a sentence instead of a stack trace. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.startup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
