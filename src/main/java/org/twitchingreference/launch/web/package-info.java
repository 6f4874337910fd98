/** The pages of a launch, its filters and security. */
@NullMarked
package org.twitchingreference.launch.web;

import org.jspecify.annotations.NullMarked;
