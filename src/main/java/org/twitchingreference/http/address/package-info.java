/** Web addresses, and at which IP addresses a host may be contacted. */
@NullMarked
@NamedInterface("address")
package org.twitchingreference.http.address;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
