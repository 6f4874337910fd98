package org.twitchingreference.sidebar;

import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.ModelAndView;

/** Turns a reading into what a request shows, and records it as a view. */
final class SidebarPages {

	private final SidebarPresenter presenter;

	SidebarPages(SidebarPresenter presenter) {
		this.presenter = presenter;
	}

	/**
	 * Hands a future to Spring as a DeferredResult. Given the future itself, Spring would
	 * load Reactor's classes (Reactor is on the classpath with the client of the store),
	 * and the first launch would wait for that.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	static DeferredResult<ModelAndView> later(CompletableFuture<ModelAndView> page) {
		DeferredResult<ModelAndView> later = new DeferredResult<>();
		page.whenComplete((made, failure) -> {
			if (failure != null) {
				later.setErrorResult((failure.getCause() != null) ? failure.getCause() : failure);
			}
			else {
				later.setResult(made);
			}
		});
		return later;
	}

	/** The content for a page that is already open. */
	ModelAndView fragment(SidebarLaunch launch, PageState state, HttpServletResponse response) {
		PageContent content = content(launch, state, response);
		return shown(new ModelAndView(content.template(), content.model(), content.status()), "assessment", content,
				launch, state);
	}

	/** The content as a complete page. */
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
