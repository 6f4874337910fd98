package org.twitchingreference.http;

import java.net.UnknownHostException;

/** None of the IP addresses of a registered host is allowed by its registration. */
class RefusedAddressException extends UnknownHostException {

	RefusedAddressException() {
		super("The address is refused");
	}

}
