package org.twitchingreference.registration;

import java.net.UnknownHostException;

/** A registered host is at no address where its registration lets it be. */
class RefusedAddressException extends UnknownHostException {

	RefusedAddressException() {
		super("The address is refused");
	}

}
