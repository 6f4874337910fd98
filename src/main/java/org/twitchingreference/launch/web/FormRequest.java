package org.twitchingreference.launch.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose form was read already: its parameters, after those of the address. */
final class FormRequest extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters;

	/** Throws IllegalArgumentException where the form cannot be decoded. */
	FormRequest(HttpServletRequest request, byte[] form) {
		super(request);
		Map<String, List<String>> all = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
		for (String pair : new String(form, StandardCharsets.UTF_8).split("&")) {
			if (pair.isEmpty()) {
				continue;
			}
			String[] parts = pair.split("=", 2);
			all.computeIfAbsent(decoded(parts[0]), (name) -> new ArrayList<>())
				.add((parts.length > 1) ? decoded(parts[1]) : "");
		}
		Map<String, String[]> arrays = new LinkedHashMap<>();
		all.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
		this.parameters = Collections.unmodifiableMap(arrays);
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

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
