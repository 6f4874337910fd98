/** Reads medicines: which one an entry means, since when it is in use, and its dose. */
@NullMarked
@NamedInterface("medicine")
package org.twitchingreference.mapping.medicine;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
