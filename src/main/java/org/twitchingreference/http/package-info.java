/**
 * The HTTP client with limits: addresses are checked before anything is connected to, and
 * time, size, retries and requests at once are limited.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "capacity", "startup" })
package org.twitchingreference.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
