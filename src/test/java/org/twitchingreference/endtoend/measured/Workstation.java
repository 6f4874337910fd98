package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * The browser of one workstation, as a server sees it: its headers, its cookies, static
 * files once only. Connections are shared with other workstations, as a proxy does that
 * stands before the server.
 */
final class Workstation {

	/** As long as the page's script waits. */
	private static final Timeout LONGEST_ANSWER = Timeout.ofMinutes(1);

	private static final int MOST_CONNECTIONS = 8000;

	private static final Pattern STATIC = Pattern
		.compile("(?:<script defer src|<link rel=\"stylesheet\" href)=\"([^\"]+)\"");

	private final CloseableHttpClient connections;

	private final Map<String, String> headers;

	private final Set<URI> cached = ConcurrentHashMap.newKeySet();

	private final List<Kept> cookies = new CopyOnWriteArrayList<>();

	/** One that sends these headers with each request. */
	Workstation(CloseableHttpClient connections, Map<String, String> headers) {
		this.connections = connections;
		this.headers = headers;
	}

	static CloseableHttpClient connections() {
		return HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnTotal(MOST_CONNECTIONS)
				.setMaxConnPerRoute(MOST_CONNECTIONS)
				.build())
			.setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(LONGEST_ANSWER).build())
			.disableRedirectHandling()
			.disableCookieManagement()
			.build();
	}

	/** Goes to an address, as a link or a redirect does. */
	Answer visit(URI address) throws IOException {
		HttpGet request = new HttpGet(address);
		request.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
		request.setHeader("Sec-Fetch-Mode", "navigate");
		request.setHeader("Sec-Fetch-Dest", "document");
		return send(request, address);
	}

	/** Asks as a script of the page does. */
	Answer ask(URI address) throws IOException {
		return send(byScript(new HttpGet(address)), address);
	}

	/** Sends a form as a script of the page does. */
	Answer post(URI address, String form) throws IOException {
		HttpPost request = new HttpPost(address);
		request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
		return send(byScript(request), address);
	}

	/** Styles and scripts of the page, which are kept from the first time on. */
	void load(URI page, String html) throws IOException {
		for (String link : STATIC.matcher(html).results().map((MatchResult found) -> found.group(1)).toList()) {
			URI address = page.resolve(link);
			if (this.cached.add(address)) {
				send(new HttpGet(address), address);
			}
		}
	}

	private static ClassicHttpRequest byScript(ClassicHttpRequest request) {
		request.setHeader("Accept", "*/*");
		request.setHeader("HX-Request", "true");
		request.setHeader("HX-Target", "sidebar");
		request.setHeader("Sec-Fetch-Mode", "cors");
		request.setHeader("Sec-Fetch-Site", "same-origin");
		return request;
	}

	private Answer send(ClassicHttpRequest request, URI address) throws IOException {
		this.headers.forEach(request::setHeader);
		String sent = this.cookies.stream()
			.filter((kept) -> kept.isFor(address))
			.map((kept) -> kept.cookie().getName() + "=" + kept.cookie().getValue())
			.collect(Collectors.joining("; "));
		if (!sent.isEmpty()) {
			request.setHeader("Cookie", sent);
		}
		return this.connections.execute(request, (response) -> read(response, address));
	}

	private Answer read(ClassicHttpResponse response, URI address) throws IOException, HttpException {
		for (var header : response.getHeaders("Set-Cookie")) {
			keep(address, HttpCookie.parse(header.getValue()).get(0));
		}
		String location = Optional.ofNullable(response.getFirstHeader("Location"))
			.map((one) -> one.getValue())
			.orElse("");
		String body = (response.getEntity() != null)
				? EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8) : "";
		return new Answer(response.getCode(), location, body);
	}

	private void keep(URI address, HttpCookie cookie) {
		Kept kept = new Kept(address.getAuthority(), cookie);
		this.cookies.removeIf(kept::replaces);
		if (cookie.getMaxAge() != 0) {
			this.cookies.add(kept);
		}
	}

	/** A cookie and the server that it belongs to. */
	private record Kept(String authority, HttpCookie cookie) {

		boolean replaces(Kept other) {
			return this.authority.equals(other.authority) && this.cookie.getName().equals(other.cookie.getName())
					&& this.cookie.getPath().equals(other.cookie.getPath());
		}

		boolean isFor(URI address) {
			return this.authority.equals(address.getAuthority()) && address.getPath().startsWith(this.cookie.getPath());
		}

	}

	/** What came back, where it leads, what it shows. */
	record Answer(int status, String location, String body) {

	}

}
