package org.twitchingreference.sandbox.authorization;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Says in every answer of the authorization server whose it is, codes and errors alike,
 * as discovery promises (RFC 9207).
 */
class AnswersByName extends OncePerRequestFilter {

	private final SmartEndpoints endpoints;

	private final FhirBases bases;

	AnswersByName(SmartEndpoints endpoints, FhirBases bases) {
		this.endpoints = endpoints;
		this.bases = bases;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(this.endpoints.authorize().getPath())
				|| !this.bases.at(Objects.requireNonNullElse(request.getParameter("aud"), ""))
					.map((base) -> base.ehr().access().namesItself())
					.orElse(true);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new Signing(response, this.endpoints.issuer().toString()));
	}

	/** Adds the issuer to where the browser is sent. */
	private static final class Signing extends HttpServletResponseWrapper {

		private final String issuer;

		Signing(HttpServletResponse response, String issuer) {
			super(response);
			this.issuer = issuer;
		}

		@Override
		public void sendRedirect(String location) throws IOException {
			super.sendRedirect(
					UriComponentsBuilder.fromUriString(location).queryParam("iss", this.issuer).build().toUriString());
		}

	}

}
