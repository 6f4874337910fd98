/** What was done at one sidebar: answers given and options put aside. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.twitchingreference.bedside;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
