/**
 * The management port, for whoever runs the server: liveness, readiness, metrics and
 * version; and warming up before the server is ready.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "knowledge", "registration", "smart", "http", "http :: address", "startup" })
package org.twitchingreference.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
