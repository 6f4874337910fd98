/** What was done at one sidebar: the answers given at it and the options put aside. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.bedside;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
