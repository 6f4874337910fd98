package org.twitchingreference.http.address;

import java.net.UnknownHostException;

/** None of the IP addresses of a registered host is allowed by its registration. */
public class RefusedAddressException extends UnknownHostException {

	RefusedAddressException() {
		super("The address is refused");
	}

}
