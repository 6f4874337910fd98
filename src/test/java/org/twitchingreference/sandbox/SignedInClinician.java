package org.twitchingreference.sandbox;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.r4.model.Practitioner;

import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The EHR's user is signed in already: no form and no cookie, which a cross-site iframe
 * would not send.
 */
class SignedInClinician extends OncePerRequestFilter {

	static final String ID = "sandbox-clinician";

	private final String authorizePath;

	SignedInClinician(SmartEndpoints endpoints) {
		this.authorizePath = endpoints.authorize().getPath();
	}

	/** The entry that fhirUser points to. */
	static Practitioner practitioner() {
		Practitioner practitioner = new Practitioner();
		practitioner.setId("Practitioner/" + ID);
		practitioner.addName().setFamily("Ashdown").addGiven("Rowan").addPrefix("Dr");
		return practitioner;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(this.authorizePath);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new PreAuthenticatedAuthenticationToken(ID, "",
				List.of(FactorGrantedAuthority.fromAuthority("FACTOR_SANDBOX"))));
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}

}
