package org.twitchingreference.launch.web.request;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A request whose parameters this application decoded itself. */
class DecodedRequest extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters;

	DecodedRequest(HttpServletRequest request, MultiValueMap<String, String> parameters) {
		super(request);
		Map<String, String[]> arrays = new LinkedHashMap<>();
		parameters.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
		this.parameters = Collections.unmodifiableMap(arrays);
	}

	/** The name-value pairs of a query or a form, in their order. */
	static MultiValueMap<String, String> pairs(String encoded, UnaryOperator<String> decoded) {
		MultiValueMap<String, String> pairs = new LinkedMultiValueMap<>();
		for (String pair : encoded.split("&")) {
			if (!pair.isEmpty()) {
				String[] parts = pair.split("=", 2);
				pairs.add(decoded.apply(parts[0]), (parts.length > 1) ? decoded.apply(parts[1]) : "");
			}
		}
		return pairs;
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
