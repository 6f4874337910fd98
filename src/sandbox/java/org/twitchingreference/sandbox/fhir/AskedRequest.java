package org.twitchingreference.sandbox.fhir;

import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.sandbox.quirks.Ask;

/**
 * The request that reaches the FHIR server after quirks have changed it; without headers
 * of content negotiation, so that quirks get uncompressed JSON.
 */
class AskedRequest extends HttpServletRequestWrapper {

	private static final Set<String> NEGOTIATING = Set.of("accept", "accept-encoding");

	private final Ask ask;

	private final String basePath;

	AskedRequest(HttpServletRequest request, Ask ask) {
		super(request);
		this.ask = ask;
		this.basePath = URI.create(ask.base()).getPath();
	}

	@Override
	public String getRequestURI() {
		return this.basePath + this.ask.path();
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer(this.ask.base() + this.ask.path());
	}

	@Override
	public String getPathInfo() {
		return this.ask.path();
	}

	@Override
	public String getQueryString() {
		return this.ask.query();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.ask.arrays();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.ask.names());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.ask.arrays().get(name);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.ask.has(name) ? this.ask.first(name) : null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isNegotiating(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isNegotiating(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	private static boolean isNegotiating(String header) {
		return NEGOTIATING.contains(header.toLowerCase(Locale.ROOT));
	}

}
