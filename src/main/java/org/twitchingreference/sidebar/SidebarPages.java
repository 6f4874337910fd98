package org.twitchingreference.sidebar;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** Turns a reading into what a request shows, and records it as a view. */
final class SidebarPages {

	private final SidebarPresenter presenter;

	SidebarPages(SidebarPresenter presenter) {
		this.presenter = presenter;
	}

	/** What fills the page that is open. */
	ModelAndView fragment(SidebarLaunch launch, PageState state, HttpServletResponse response) {
		PageContent content = content(launch, state, response);
		return shown(new ModelAndView(content.template(), content.model(), content.status()), "assessment", content,
				launch, state);
	}

	/** A page of its own. */
	ModelAndView whole(SidebarLaunch launch, PageState state, HttpServletResponse response) {
		PageContent content = content(launch, state, response);
		return shown(
				new ModelAndView("sidebar/complete", content.model(), content.status())
					.addObject("content", content.template())
					.addObject("timeout", this.presenter.sessionTimeout(launch.timeout())),
				"complete", content, launch, state);
	}

	private static ModelAndView shown(ModelAndView page, String name, PageContent content, SidebarLaunch launch,
			PageState state) {
		return content.showsTheChart() ? ViewAuditInterceptor.noted(page, launch.trail(), name, state.isFinal()) : page;
	}

	private PageContent content(SidebarLaunch launch, PageState state, HttpServletResponse response) {
		PageContent content = state.content(launch, this.presenter);
		content.retryAfter()
			.ifPresent((time) -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
		return content;
	}

}
