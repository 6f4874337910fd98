package org.twitchingreference.launch.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * An EHR's answer some parameters of which cannot be decoded, as far as they can. Of an
 * error that is the description, as a rule, which nobody reads; a code is not used.
 */
final class UnreadableAnswer extends HttpServletRequestWrapper {

	private static final String UNREADABLE = UnreadableAnswer.class.getName();

	/** A percent sign that encodes nothing. */
	private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	private final Map<String, String[]> parameters;

	private UnreadableAnswer(HttpServletRequest request, MultiValueMap<String, String> parameters) {
		super(request);
		Map<String, String[]> arrays = new LinkedHashMap<>();
		parameters.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
		this.parameters = Collections.unmodifiableMap(arrays);
	}

	/** The request with what can be read of it. */
	static HttpServletRequest of(HttpServletRequest request) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : Objects.requireNonNullElse(request.getQueryString(), "").split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.add(decoded(parts[0]), (parts.length > 1) ? decoded(parts[1]) : "");
		}
		request.setAttribute(UNREADABLE, true);
		return new UnreadableAnswer(request, parameters);
	}

	/** Whether parts of the request could not be decoded. */
	static boolean is(HttpServletRequest request) {
		return request.getAttribute(UNREADABLE) != null;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(BARE_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = this.parameters.get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.parameters.get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.parameters;
	}

}
