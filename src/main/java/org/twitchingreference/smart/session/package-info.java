/** The session that reads FHIR with the access of one launch, which it renews. */
@NullMarked
@NamedInterface("session")
package org.twitchingreference.smart.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
