package org.twitchingreference.launch.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the bodies of requests, before anything else does, if a form is expected: a
 * launch that an EHR posts, or a form of an opened sidebar. Any other body is refused
 * unread. A form must be small and arrive in time, and only a few are read at once,
 * because a thread waits for each; slow senders cannot hold all threads.
 */
public class RequestBodyFilter extends OncePerRequestFilter {

	/** How many forms are read at once, from anybody and from opened sidebars. */
	private static final int AT_ONCE = 8;

	private static final RequestMatcher LAUNCH = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/launch");

	private static final RequestMatcher OF_A_LAUNCH = PathPatternRequestMatcher.pathPattern(HttpMethod.POST,
			LaunchCookies.PATHS);

	private final Semaphore anybody = new Semaphore(AT_ONCE);

	private final Semaphore sidebars = new Semaphore(AT_ONCE);

	private final BodyProperties properties;

	public RequestBodyFilter(BodyProperties properties) {
		this.properties = properties;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean stranger = LAUNCH.matches(request);
		if (!stranger && !OF_A_LAUNCH.matches(request)) {
			last(response).setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else if (!stranger && !isOfALaunch()) {
			passOnWithoutForm(request, last(response), chain);
		}
		else if (request.getContentLengthLong() < 0) {
			last(response).setStatus(HttpStatus.LENGTH_REQUIRED.value());
		}
		else if (request.getContentLengthLong() > this.properties.maximum().toBytes() || !isForm(request)) {
			last(response).setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
		}
		else {
			read(request, response, chain, stranger ? this.anybody : this.sidebars);
		}
	}

	/**
	 * The last answer of its connection, which ends before the unread body. It has to say
	 * so: a proxy that sends the next form there cannot send it again.
	 */
	private static HttpServletResponse last(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CONNECTION, "close");
		return response;
	}

	/**
	 * The launch does not exist: the request goes on without its form and is refused like
	 * any other of such a launch. Taking the stream here keeps the server from reading
	 * the body for parameters.
	 */
	private static void passOnWithoutForm(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.getInputStream();
		chain.doFilter(new FormRequest(request, new byte[0]), response);
	}

	private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Semaphore free)
			throws ServletException, IOException {
		if (!free.tryAcquire()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "10");
			last(response).sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		FormRequest form;
		try {
			form = new FormRequest(request, body(request));
		}
		catch (SocketTimeoutException ex) {
			last(response).setStatus(HttpStatus.REQUEST_TIMEOUT.value());
			return;
		}
		catch (IllegalArgumentException ex) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return;
		}
		finally {
			free.release();
		}
		chain.doFilter(form, response);
	}

	/** The whole body; fails if it takes too long. */
	private byte[] body(HttpServletRequest request) throws IOException {
		long end = System.nanoTime() + this.properties.time().toNanos();
		byte[] body = new byte[(int) request.getContentLengthLong()];
		InputStream stream = request.getInputStream();
		int length = 0;
		while (length < body.length) {
			int read = stream.read(body, length, body.length - length);
			if (read < 0 || System.nanoTime() - end > 0) {
				throw new SocketTimeoutException("The form did not come in");
			}
			length += read;
		}
		return body;
	}

	private static boolean isOfALaunch() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Launch;
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

}
