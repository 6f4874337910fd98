/**
 * What whoever runs the server sees of it, on a port of its own: whether it lives and is
 * ready, its metrics and its version.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "knowledge", "registration", "smart", "http", "http :: address", "startup" })
package org.twitchingreference.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
