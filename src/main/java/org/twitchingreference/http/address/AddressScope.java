package org.twitchingreference.http.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The kind of network an IP address belongs to: the internet, a private network, this
 * machine, or one where no EHR can be (link-local, at which clouds hand out credentials,
 * multicast, reserved).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose
 * addresses</a>
 */
public enum AddressScope {

	PUBLIC, PRIVATE, THIS_MACHINE, NOWHERE;

	private static final InetAddressFilter SPECIAL = InetAddressFilter.specialPurpose()
		.or(InetAddressFilter.multicast());

	/** Hosts that are IP addresses: a host name never ends in a number or has a colon. */
	private static final Pattern ADDRESS = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)|.*:.*");

	/**
	 * Private networks (RFC 1918), and the shared address space of providers (RFC 6598).
	 */
	private static final InetAddressFilter PRIVATE_IPV4 = InetAddressFilter.of("10.0.0.0/8", "172.16.0.0/12",
			"192.168.0.0/16", "100.64.0.0/10");

	private static final InetAddressFilter PRIVATE_IPV6 = InetAddressFilter.of("fc00::/7");

	/** All assigned IPv6 addresses, except those for documentation (RFC 9637). */
	private static final InetAddressFilter GLOBAL_IPV6 = InetAddressFilter.of("2000::/3").andNot("3fff::/20");

	/** The prefix that translates the IPv4 address in the last four bytes (RFC 6052). */
	private static final InetAddressFilter NAT64 = InetAddressFilter.of("64:ff9b::/96");

	/** The kind of the address; an IPv4 address written as IPv6 counts as IPv4. */
	public static AddressScope of(InetAddress address) {
		if (address.isLoopbackAddress()) {
			return THIS_MACHINE;
		}
		return (address instanceof Inet4Address) ? ofIpv4(address)
				: translated(address).map(AddressScope::of).orElseGet(() -> ofIpv6(address));
	}

	/**
	 * The kind of a host that is an IP address or this machine's name; empty for other
	 * host names, which may have any address.
	 */
	public static Optional<AddressScope> named(String host) {
		if (WebAddress.isThisMachine(host)) {
			return Optional.of(THIS_MACHINE);
		}
		try {
			return ADDRESS.matcher(host).matches() ? Optional.of(of(InetAddress.getByName(host))) : Optional.empty();
		}
		catch (UnknownHostException ex) {
			return Optional.of(NOWHERE);
		}
	}

	private static AddressScope ofIpv4(InetAddress address) {
		if (PRIVATE_IPV4.matches(address)) {
			return PRIVATE;
		}
		return SPECIAL.matches(address) ? NOWHERE : PUBLIC;
	}

	private static AddressScope ofIpv6(InetAddress address) {
		if (PRIVATE_IPV6.matches(address)) {
			return PRIVATE;
		}
		return (GLOBAL_IPV6.matches(address) && !SPECIAL.matches(address)) ? PUBLIC : NOWHERE;
	}

	private static Optional<InetAddress> translated(InetAddress address) {
		try {
			byte[] bytes = address.getAddress();
			return NAT64.matches(address)
					? Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)))
					: Optional.empty();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("Four bytes are an address", ex);
		}
	}

}
