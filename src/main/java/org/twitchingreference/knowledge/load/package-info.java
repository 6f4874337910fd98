/** Loads the artifacts of fhir-resources and checks them; a fault stops the start. */
@NullMarked
@NamedInterface("load")
package org.twitchingreference.knowledge.load;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
