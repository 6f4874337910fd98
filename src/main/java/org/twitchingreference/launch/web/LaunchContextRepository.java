package org.twitchingreference.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.RequestedEhr;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Authenticates each request by the launch that its path and cookie belong to; there is
 * no HTTP session.
 */
@Component
class LaunchContextRepository implements SecurityContextRepository {

	private final LaunchCookies cookies;

	LaunchContextRepository(LaunchCookies cookies) {
		this.cookies = cookies;
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		HttpServletRequest request = holder.getRequest();
		SecurityContext context = new SecurityContextImpl();
		this.cookies.find(request).ifPresent((launch) -> {
			RequestedEhr.keep(request, launch.registration());
			context.setAuthentication(new LaunchAuthentication(launch));
		});
		return context;
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// The next request finds it again by path and cookie
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return this.cookies.find(request).isPresent();
	}

}
