package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.store.StoreAwayException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 where what nodes share is away when it is asked whom a request is of:
 * before anything else is known of it, and again when it goes on after a wait.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreAwayFilter extends OncePerRequestFilter {

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
		catch (StoreAwayException ex) {
			StoreAwayPage.send(response);
		}
		catch (ServletException ex) {
			if (!(ex.getCause() instanceof StoreAwayException)) {
				throw ex;
			}
			StoreAwayPage.send(response);
		}
	}

}
