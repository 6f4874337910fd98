package org.twitchingreference.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The sender of a request for the purpose of limits: its address or, for IPv6, its
 * network, because whoever has one address of it has all. It is the connection's address,
 * or the forwarded one if the server is configured to trust its proxy; no header is read
 * here, and no host name is resolved.
 */
public final class ClientAddress {

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%.*)?");

	/** How many bytes of an IPv6 address identify its network. */
	private static final int NETWORK_BYTES = 8;

	private ClientAddress() {
	}

	public static String of(HttpServletRequest request) {
		return network(request.getRemoteAddr());
	}

	static String network(String address) {
		if (!IPV6.matcher(address).matches()) {
			return address;
		}
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
