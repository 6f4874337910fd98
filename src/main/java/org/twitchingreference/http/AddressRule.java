package org.twitchingreference.http;

import java.net.InetAddress;

/** Says at which IP addresses a host may be connected to. */
@FunctionalInterface
public interface AddressRule {

	/** Whether the host, a name or an address as URLs write it, may be there. */
	boolean allows(String host, InetAddress address);

}
