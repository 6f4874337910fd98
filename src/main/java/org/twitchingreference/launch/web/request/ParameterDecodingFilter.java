package org.twitchingreference.launch.web.request;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to requests whose parameters cannot be decoded, before anything else reads
 * them: the server's own exception would quote their values, such as a code or a state,
 * and would be logged. Of an EHR's answer, whatever can be decoded is read.
 */
public class ParameterDecodingFilter extends OncePerRequestFilter {

	private static final RequestMatcher ANSWER = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/callback/**");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (areReadable(request)) {
			chain.doFilter(request, response);
		}
		else if (ANSWER.matches(request)) {
			chain.doFilter(PartlyDecodedAnswer.of(request), response);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	private static boolean areReadable(HttpServletRequest request) {
		try {
			request.getParameterMap();
			return true;
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			return false;
		}
	}

}
