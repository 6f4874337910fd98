/** Which certificate authorities are trusted for which hosts. */
@NullMarked
@NamedInterface("trust")
package org.twitchingreference.http.trust;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
