package org.twitchingreference.sandbox.authorization;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.sandbox.chart.Clinician;

import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Treats every authorization request as one of the signed-in clinician: without login
 * form and without cookie, which a cross-site iframe would not send.
 */
public class SignedInClinician extends OncePerRequestFilter {

	private final String authorizePath;

	SignedInClinician(SmartEndpoints endpoints) {
		this.authorizePath = endpoints.authorize().getPath();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(this.authorizePath);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new PreAuthenticatedAuthenticationToken(Clinician.ID, "",
				List.of(FactorGrantedAuthority.fromAuthority("FACTOR_SANDBOX"))));
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}

}
