package org.twitchingreference.launch;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RandomSecrets;

/**
 * What a request says about the browser that sent it. Unlike the request object, which
 * the server reuses, it can be used on any thread and for as long as the EHR takes to
 * answer.
 */
public final class Browser {

	private final Set<Held> cookies;

	private final String address;

	private Browser(Set<Held> cookies, String address) {
		this.cookies = cookies;
		this.address = address;
	}

	public static Browser of(HttpServletRequest request) {
		return new Browser(Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
			.map((cookie) -> new Held(cookie.getName(), cookie.getValue()))
			.collect(Collectors.toUnmodifiableSet()), ClientAddress.of(request));
	}

	/** The client address by which limits are counted. */
	String address() {
		return this.address;
	}

	Stream<String> cookieNames() {
		return this.cookies.stream().map(Held::name).distinct();
	}

	/** The secrets of its cookies with these names. */
	public Stream<String> secrets(Predicate<String> names) {
		return this.cookies.stream().filter((held) -> names.test(held.name())).map(Held::value);
	}

	/**
	 * Whether it has the cookie with this secret; it may have others of the same name.
	 */
	boolean holds(String cookie, String secret) {
		return this.cookies.stream()
			.filter((held) -> held.name().equals(cookie))
			.anyMatch((held) -> RandomSecrets.areEqual(secret, held.value()));
	}

	/** Whether the authorization was begun in it. */
	public boolean isOf(PendingAuthorization authorization) {
		return holds(authorization.cookieName(), authorization.cookieSecret());
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "Browser";
	}

	private record Held(String name, String value) {

	}

}
