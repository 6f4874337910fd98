/** How this version of the reference describes itself. */
@NullMarked
@NamedInterface("about")
package org.twitchingreference.knowledge.about;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
