package org.twitchingreference.registration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up a host for a connection and hands out only addresses where it may be: what is
 * checked is what is connected to, so a name that changes between the two gains nothing.
 */
final class CheckedAddresses implements DnsResolver {

	private static final Logger logger = LoggerFactory.getLogger(CheckedAddresses.class);

	private final AddressRule rule;

	private final Names names;

	/** Asks the names of this machine. */
	CheckedAddresses(AddressRule rule) {
		this(rule, InetAddress::getAllByName);
	}

	CheckedAddresses(AddressRule rule, Names names) {
		this.rule = rule;
		this.names = names;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] allowed = Arrays.stream(this.names.addressesOf(host))
			.filter((address) -> this.rule.allows(host, address))
			.toArray(InetAddress[]::new);
		if (allowed.length == 0) {
			logger.warn("Not connected to {}: its address is private or special, which its registration does not allow",
					host);
			throw new RefusedAddressException();
		}
		return allowed;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** What knows the addresses of hosts. */
	@FunctionalInterface
	interface Names {

		InetAddress[] addressesOf(String host) throws UnknownHostException;

	}

}
