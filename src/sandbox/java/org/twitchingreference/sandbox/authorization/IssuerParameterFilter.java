package org.twitchingreference.sandbox.authorization;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.twitchingreference.sandbox.ehr.FhirBases;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Adds the issuer ("iss") to every authorization response, with a code or an error, as
 * discovery promises (RFC 9207).
 */
class IssuerParameterFilter extends OncePerRequestFilter {

	private final SmartEndpoints endpoints;

	private final FhirBases bases;

	IssuerParameterFilter(SmartEndpoints endpoints, FhirBases bases) {
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
		boolean forgetful = this.bases.at(Objects.requireNonNullElse(request.getParameter("aud"), ""))
			.filter((base) -> base.ehr().access().has(LaunchQuirk.ERRORS_WITHOUT_STATE))
			.isPresent();
		chain.doFilter(request, new Signing(response, this.endpoints.issuer().toString(), forgetful));
	}

	/** Adds the issuer to the address that the browser is redirected to. */
	private static final class Signing extends HttpServletResponseWrapper {

		private final String issuer;

		private final boolean forgetful;

		Signing(HttpServletResponse response, String issuer, boolean forgetful) {
			super(response);
			this.issuer = issuer;
			this.forgetful = forgetful;
		}

		@Override
		public void sendRedirect(String location) throws IOException {
			if (this.forgetful && location.contains("error=")) {
				super.setStatus(SC_FOUND);
				super.setHeader("Location", location.replaceAll("[?&]state=[^&]*", "") + "&error_description=a%ffb");
				return;
			}
			super.sendRedirect(
					UriComponentsBuilder.fromUriString(location).queryParam("iss", this.issuer).build().toUriString());
		}

	}

}
