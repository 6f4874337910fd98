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
import org.twitchingreference.sandbox.quirks.FhirRequest;

/**
 * The request that reaches the FHIR server after quirks have changed it; without headers
 * of content negotiation, so that quirks get uncompressed JSON.
 */
class QuirkedRequest extends HttpServletRequestWrapper {

	private static final Set<String> NEGOTIATING = Set.of("accept", "accept-encoding");

	private final FhirRequest changed;

	private final String basePath;

	QuirkedRequest(HttpServletRequest request, FhirRequest changed) {
		super(request);
		this.changed = changed;
		this.basePath = URI.create(changed.base()).getPath();
	}

	@Override
	public String getRequestURI() {
		return this.basePath + this.changed.path();
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer(this.changed.base() + this.changed.path());
	}

	@Override
	public String getPathInfo() {
		return this.changed.path();
	}

	@Override
	public String getQueryString() {
		return this.changed.query();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.changed.arrays();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.changed.names());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.changed.arrays().get(name);
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.changed.has(name) ? this.changed.first(name) : null;
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
