package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.store.StoreUnavailableException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the store that nodes share is unavailable and a request's launch
 * therefore cannot be found: when the request arrives, and again when it continues after
 * a wait.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreUnavailableFilter extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (StoreUnavailableException ex) {
			StoreUnavailablePage.send(response);
		}
		catch (ServletException ex) {
			if (!(ex.getCause() instanceof StoreUnavailableException)) {
				throw ex;
			}
			StoreUnavailablePage.send(response);
		}
	}

}
