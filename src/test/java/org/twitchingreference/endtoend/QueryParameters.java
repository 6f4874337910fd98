package org.twitchingreference.endtoend;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriComponentsBuilder;

/** Parameters of an address or of a form, for the servers of tests. */
public final class QueryParameters {

	private QueryParameters() {
	}

	/** The first value of the parameter, decoded; "" if there is none. */
	public static String first(URI address, String name) {
		String value = UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
		return (value != null) ? URLDecoder.decode(value, StandardCharsets.UTF_8) : "";
	}

	/** The same of the body of a form. */
	public static String first(String form, String name) {
		return first(URI.create("/?" + form), name);
	}

}
