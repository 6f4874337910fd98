/**
 * This server's own signing keys: the file they are kept in, publishing and rotating
 * them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package org.twitchingreference.keys;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
