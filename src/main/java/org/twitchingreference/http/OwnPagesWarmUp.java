package org.twitchingreference.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.http.trust.TrustedAuthorities;
import org.twitchingreference.startup.WarmUp;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Requests two public pages of this server itself, with a client like the one for EHRs,
 * so that the classes that serve and send requests are loaded before the first launch.
 * That client resolves every host name to this server.
 */
@Component
final class OwnPagesWarmUp implements WarmUp {

	/** The home page, which is rendered from a template as every page is. */
	private static final String PAGE = "/";

	private static final String DOCUMENT = "/jwks.json";

	private final ConnectionProperties limits;

	private final TrustedAuthorities trusted;

	private final JsonMapper json;

	private final Environment settings;

	OwnPagesWarmUp(ConnectionProperties limits, TrustedAuthorities trusted, JsonMapper json, Environment settings) {
		this.limits = limits;
		this.trusted = trusted;
		this.json = json;
		this.settings = settings;
	}

	@Override
	public void run() {
		document();
	}

	/**
	 * The key set, requested in both of the ways in which documents of EHRs are; empty if
	 * it could not be read, as from a server that terminates TLS itself.
	 */
	Map<?, ?> document() {
		String base = "http://localhost:" + this.settings.getRequiredProperty("local.server.port")
				+ this.settings.getProperty("server.servlet.context-path", "");
		try {
			InetAddress[] own = { address() };
			try (EhrHttp http = new EhrHttp(this.limits,
					new CheckingDnsResolver((host, address) -> true, (host) -> own), this.trusted, this.json)) {
				ask(http, base + PAGE);
				return ask(http, base + DOCUMENT).isJson() ? Objects.requireNonNullElse(
						http.restClient().build().get().uri(base + DOCUMENT).retrieve().body(Map.class), Map.of())
						: Map.of();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static EhrAnswer ask(EhrHttp http, String location) {
		return http.getSmall(URI.create(location), (headers) -> headers.setAccept(List.of(MediaType.ALL)));
	}

	/**
	 * The address that this server listens at; the loopback if it listens at every
	 * address.
	 */
	private InetAddress address() throws UnknownHostException {
		InetAddress set = InetAddress.getByName(this.settings.getProperty("server.address", ""));
		return set.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : set;
	}

}
