/** What this version of the reference says of itself. */
@NullMarked
@NamedInterface("about")
package org.twitchingreference.knowledge.about;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
