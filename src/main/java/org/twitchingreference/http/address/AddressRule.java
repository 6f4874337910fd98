package org.twitchingreference.http.address;

import java.net.InetAddress;

/** Decides at which IP addresses a host may be contacted. */
@FunctionalInterface
public interface AddressRule {

	/**
	 * Whether the host, a name or an address as written in URLs, may be at this address.
	 */
	boolean allows(String host, InetAddress address);

}
