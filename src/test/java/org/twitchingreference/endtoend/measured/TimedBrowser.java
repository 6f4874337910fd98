package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * A browser without scripts that goes one way, from the callback to the sidebar that is
 * whole, and does as little itself as can be: on the processors that are timed it is not
 * to be what is waited for.
 */
final class TimedBrowser implements AutoCloseable {

	private static final Pattern NEXT = Pattern.compile("hx-get=\"([^\"]*)\"");

	private static final int BEGINNING = 500;

	private final CloseableHttpClient client = HttpClients.custom()
		.disableRedirectHandling()
		.disableCookieManagement()
		.disableAutomaticRetries()
		.disableContentCompression()
		.build();

	private final List<String> cookies = new ArrayList<>();

	/** What fills the sidebar in, when all of it is there. */
	String open(URI callback, String cookie) {
		this.cookies.clear();
		this.cookies.add(cookie);
		URI sidebar = callback.resolve(get(callback).location());
		Answer answer = get(sidebar);
		for (Optional<String> next = answer.next(); next.isPresent(); next = answer.next()) {
			Answer newer = get(sidebar.resolve(next.get()));
			answer = newer.body().isEmpty() ? answer : newer;
		}
		return answer.body();
	}

	private Answer get(URI address) {
		HttpGet request = new HttpGet(address);
		request.setHeader("Accept", "text/html");
		request.setHeader("Cookie", String.join("; ", this.cookies));
		try {
			return this.client.execute(request, this::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Answer read(ClassicHttpResponse response) throws IOException, HttpException {
		Stream.of(response.getHeaders("Set-Cookie"))
			.map(Header::getValue)
			.filter((cookie) -> !cookie.contains("Max-Age=0"))
			.forEach((cookie) -> this.cookies.add(cookie.substring(0, cookie.indexOf(';'))));
		String location = Optional.ofNullable(response.getHeader("Location")).map(Header::getValue).orElse("");
		return new Answer(location, (response.getEntity() != null) ? EntityUtils.toString(response.getEntity()) : "");
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

	/** Where it leads, or what it shows. */
	private record Answer(String location, String body) {

		/** What a page asks for that is not whole; it says so at its beginning. */
		Optional<String> next() {
			int sidebar = this.body.indexOf("id=\"sidebar\"");
			String beginning = this.body.substring(Math.max(sidebar, 0),
					Math.min(this.body.length(), Math.max(sidebar, 0) + BEGINNING));
			return NEXT.matcher(beginning).results().findFirst().map((MatchResult found) -> found.group(1));
		}

	}

}
