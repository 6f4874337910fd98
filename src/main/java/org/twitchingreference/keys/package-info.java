/** This server's own signing keys: kept in one file, published, rotated. */
@NullMarked
@ApplicationModule(allowedDependencies = "startup")
package org.twitchingreference.keys;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
