package org.twitchingreference.sandbox.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves the SMART configuration document of one FHIR base to anyone. */
class SmartConfigurationServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private final String configuration;

	SmartConfigurationServlet(String configuration) {
		this.configuration = configuration;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setContentType("application/json");
		response.getOutputStream().write(this.configuration.getBytes(StandardCharsets.UTF_8));
	}

}
