package org.twitchingreference.http.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up a host for a connection and returns only addresses that the rule allows. The
 * addresses checked are the ones connected to, so a host name that changes between check
 * and connection (DNS rebinding) gains nothing.
 */
public final class CheckingDnsResolver implements DnsResolver {

	private static final Logger logger = LoggerFactory.getLogger(CheckingDnsResolver.class);

	private final AddressRule rule;

	private final NameLookup names;

	/** Resolves names as this machine does. */
	public CheckingDnsResolver(AddressRule rule) {
		this(rule, InetAddress::getAllByName);
	}

	public CheckingDnsResolver(AddressRule rule, NameLookup names) {
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

	/** Looks up the addresses of a host. */
	@FunctionalInterface
	public interface NameLookup {

		InetAddress[] addressesOf(String host) throws UnknownHostException;

	}

}
