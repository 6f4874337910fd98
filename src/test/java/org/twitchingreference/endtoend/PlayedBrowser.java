package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A browser without scripts, over any number of hosts: follows redirects and keeps
 * cookies by host, path and name, Secure ones also on this machine's http, as real ones
 * do.
 */
public final class PlayedBrowser {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final int MOST_REDIRECTS = 10;

	private static final int MOST_PARTS = 100;

	private final List<Kept> cookies = new CopyOnWriteArrayList<>();

	private final List<URI> visited = Collections.synchronizedList(new ArrayList<>());

	/** The page that the address leads to in the end. */
	public Page open(URI address) {
		URI next = address;
		for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
			Page page = get(next);
			if (page.status() / 100 != 3) {
				return page;
			}
			next = next.resolve(page.header("Location"));
		}
		throw new AssertionError("Redirected without end");
	}

	/** Launches, and waits for what fills the sidebar in. */
	public Page openSidebar(URI launch) {
		return assessment(open(launch));
	}

	/**
	 * Launches, and shows nothing before the whole chart is read: the server makes one
	 * page in place of several.
	 */
	public Page openWholeSidebar(URI launch) {
		Page shell = open(launch);
		if (shell.status() != 200) {
			throw new AssertionError("No sidebar but " + shell.status() + " " + shell.body());
		}
		URI whole = shell.address().resolve("assessment?after=" + Integer.MAX_VALUE);
		Page page = open(whole);
		while (page.status() == 204 || page.next().isPresent()) {
			page = open(whole);
		}
		return page;
	}

	/** What fills in the sidebar whose shell is open, when all of it is there. */
	public Page assessment(Page shell) {
		if (shell.status() != 200) {
			throw new AssertionError("No sidebar but " + shell.status() + " " + shell.body());
		}
		Page page = open(shell.address().resolve("assessment"));
		for (int more = 0; page.next().isPresent() && more < MOST_PARTS; more++) {
			Page newer = open(shell.address().resolve(page.next().orElseThrow()));
			page = (newer.status() == 204) ? page : newer;
		}
		return page;
	}

	/** Asks without following a redirect. */
	public Page get(URI address) {
		this.visited.add(address);
		return send(with(address, HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8")), address);
	}

	/** What would be sent to the address as "Cookie". */
	public String cookiesFor(URI address) {
		return this.cookies.stream()
			.filter((kept) -> kept.isFor(address))
			.map((kept) -> kept.cookie().getName() + "=" + kept.cookie().getValue())
			.collect(Collectors.joining("; "));
	}

	private HttpRequest.Builder with(URI address, HttpRequest.Builder request) {
		String sent = cookiesFor(address);
		return sent.isEmpty() ? request : request.header("Cookie", sent);
	}

	/** Sends a form, as the page that is open there would. */
	public Page post(URI address, String form) {
		return send(with(address,
				HttpRequest.newBuilder(address)
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Accept", "text/html")
					.POST(HttpRequest.BodyPublishers.ofString(form))),
				address);
	}

	/** Sends a form, and follows where that leads. */
	Page submit(URI address, String form) {
		Page answer = send(HttpRequest.newBuilder()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)), address);
		return (answer.status() / 100 != 3) ? answer : open(address.resolve(answer.header("Location")));
	}

	/** Asks with the cookies of the other page, as a thief of them would. */
	public Page getWithCookiesFor(URI other, URI address) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
		this.cookies.stream()
			.filter((kept) -> kept.isFor(other))
			.forEach((kept) -> request.header("Cookie", kept.cookie().getName() + "=" + kept.cookie().getValue()));
		return send(request, address);
	}

	/** Every address that was asked for, in order. */
	public List<URI> visited() {
		return List.copyOf(this.visited);
	}

	/** The values of every cookie that is kept. */
	public List<String> cookieValues() {
		return this.cookies.stream().map((kept) -> kept.cookie().getValue()).toList();
	}

	private Page send(HttpRequest.Builder request, URI address) {
		try {
			HttpResponse<String> response = CLIENT.send(request.uri(address).build(),
					HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach((header) -> keep(address, header));
			return new Page(address, response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(URI address, String header) {
		HttpCookie cookie = HttpCookie.parse(header).get(0);
		this.cookies.removeIf(
				(kept) -> kept.host().equals(address.getHost()) && kept.cookie().getName().equals(cookie.getName())
						&& kept.cookie().getPath().equals(cookie.getPath()));
		if (cookie.getMaxAge() != 0) {
			this.cookies.add(new Kept(address.getHost(), cookie));
		}
	}

	/** A cookie and the host it belongs to. */
	private record Kept(String host, HttpCookie cookie) {

		/** RFC 6265, section 5.1.4. */
		boolean isFor(URI address) {
			String path = this.cookie.getPath();
			return this.host.equals(address.getHost()) && (address.getPath().equals(path)
					|| address.getPath().startsWith(path.endsWith("/") ? path : path + "/"));
		}

	}

}
