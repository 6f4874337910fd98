package org.twitchingreference.launch;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A browser that keeps cookies by name and path, as real ones do, and follows no
 * redirect; addresses of the app lead to the port it runs on in the test.
 */
public final class TestBrowser {

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<HttpCookie> cookies = new ArrayList<>();

	private final int port;

	public TestBrowser(int port) {
		this.port = port;
	}

	public int port() {
		return this.port;
	}

	public HttpResponse<String> get(String path) {
		return send(path, HttpRequest.newBuilder());
	}

	public HttpResponse<String> post(String path, String form) {
		return send(path,
				HttpRequest.newBuilder()
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	/** Opens the app as an EHR does and returns where it sends the browser. */
	public URI launch(String issuer) {
		return redirect(get("/launch?launch=launch-context&iss=" + issuer));
	}

	/** The EHR's answer to the authorization request. */
	public HttpResponse<String> answer(URI authorization, String parameters) {
		return get(URI.create(decoded(parameter(authorization, "redirect_uri"))).getPath() + "?" + parameters
				+ "&state=" + parameter(authorization, "state"));
	}

	/** Opens the app, lets the EHR agree, and returns the path of the sidebar. */
	public String openSidebar(String issuer, String code) {
		return redirect(answer(launch(issuer), "code=" + code)).getPath();
	}

	/** What would be sent to the path as "Cookie". */
	public String cookieHeader(String path) {
		return this.cookies.stream()
			.filter((cookie) -> covers(cookie.getPath(), path))
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	/** Puts the other browser's cookies into this one. */
	public void takeCookiesOf(TestBrowser other) {
		this.cookies.addAll(other.cookies);
	}

	public static URI redirect(HttpResponse<String> response) {
		if (response.statusCode() != 302) {
			throw new AssertionError("No redirect but " + response.statusCode() + " " + response.body());
		}
		return URI.create(response.headers().firstValue("Location").orElseThrow());
	}

	static String parameter(URI uri, String name) {
		return String.valueOf(UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst(name));
	}

	private static String decoded(String parameter) {
		return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> send(String path, HttpRequest.Builder request) {
		URI address = URI.create("http://127.0.0.1:" + this.port + path);
		String sent = cookieHeader(address.getPath());
		if (!sent.isEmpty()) {
			request.header("Cookie", sent);
		}
		try {
			HttpResponse<String> response = this.client.send(
					request.uri(address).header("Accept", "text/html,*/*;q=0.8").build(),
					HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		HttpCookie cookie = HttpCookie.parse(header).get(0);
		this.cookies
			.removeIf((other) -> other.getName().equals(cookie.getName()) && other.getPath().equals(cookie.getPath()));
		if (cookie.getMaxAge() != 0) {
			this.cookies.add(cookie);
		}
	}

	/** RFC 6265, section 5.1.4. */
	private static boolean covers(String cookiePath, String path) {
		return path.equals(cookiePath) || path.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/");
	}

}
