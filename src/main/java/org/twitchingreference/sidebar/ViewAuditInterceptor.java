package org.twitchingreference.sidebar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.audit.LaunchTrail;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Writes a view to the audit trail when the page is about to be sent, not when it was
 * assembled: a launch may end while its page waits, and then nobody sees the page.
 */
final class ViewAuditInterceptor implements HandlerInterceptor {

	private static final String VIEW = ViewAuditInterceptor.class.getName();

	/** Attaches to the page what is to be written about it. */
	static ModelAndView noted(ModelAndView page, LaunchTrail trail, String name, boolean whole) {
		return page.addObject(VIEW, new View(trail, name, whole));
	}

	/** Not called if the request is refused or keeps waiting. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && page.getModel().remove(VIEW) instanceof View view) {
			view.trail().viewed(view.name(), view.whole());
		}
	}

	/** A page with content from the chart, and whether the chart is complete in it. */
	private record View(LaunchTrail trail, String name, boolean whole) {

	}

}
