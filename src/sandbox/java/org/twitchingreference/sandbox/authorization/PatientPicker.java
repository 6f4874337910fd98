package org.twitchingreference.sandbox.authorization;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Sends the browser of a standalone launch (scope "launch/patient", and no "launch"
 * parameter) to the page where a patient is picked, before its authorization continues.
 */
public class PatientPicker extends OncePerRequestFilter {

	public static final String PATH = "/pick";

	private final String authorizePath;

	PatientPicker(SmartEndpoints endpoints) {
		this.authorizePath = endpoints.authorize().getPath();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(this.authorizePath) || request.getParameter("launch") != null
				|| !Arrays.asList(String.valueOf(request.getParameter("scope")).split(" ", -1))
					.contains("launch/patient");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, PATH + "?" + query(request.getParameterMap()));
	}

	/** The parameters as a query string, whether they came in a query or in a form. */
	public static String query(Map<String, String[]> parameters) {
		return parameters.entrySet()
			.stream()
			.flatMap((entry) -> Arrays.stream(entry.getValue())
				.map((value) -> encode(entry.getKey()) + "=" + encode(value)))
			.collect(Collectors.joining("&"));
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
