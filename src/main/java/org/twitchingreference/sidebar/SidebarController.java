package org.twitchingreference.sidebar;

import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * The sidebar of one launch: first the page without content, then the content as it is
 * read; both as one page for browsers without JavaScript; and the page that says how the
 * chart was read.
 */
@Controller
@RequestMapping("/s/{launchId}/")
class SidebarController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	private final SidebarPages pages;

	SidebarController(ReadingRegistry readings, SidebarPresenter presenter, SidebarPages pages) {
		this.readings = readings;
		this.presenter = presenter;
		this.pages = pages;
	}

	@GetMapping
	ModelAndView shell(SidebarLaunch launch) {
		this.readings.start(launch);
		return new ModelAndView("sidebar/shell").addObject("problems", this.presenter.problemsOfTheBrowser())
			.addObject("timeout", this.presenter.sessionTimeout(launch.timeout()));
	}

	/**
	 * What was received of the chart so far. "after" is the revision that the page shows
	 * already: the answer waits for more than that.
	 */
	@GetMapping("assessment")
	DeferredResult<ModelAndView> assessment(SidebarLaunch launch, @RequestParam(defaultValue = "0") int after,
			HttpServletResponse response) {
		return SidebarPages.later(fragment(launch, after, response));
	}

	private CompletableFuture<ModelAndView> fragment(SidebarLaunch launch, int after, HttpServletResponse response) {
		return this.readings.await(launch, after).thenApply((state) -> this.pages.fragment(launch, state, response));
	}

	@GetMapping("complete")
	DeferredResult<ModelAndView> complete(SidebarLaunch launch, HttpServletResponse response) {
		this.readings.startWhole(launch);
		return SidebarPages
			.later(this.readings.await(launch).thenApply((state) -> this.pages.whole(launch, state, response)));
	}

	/**
	 * Reads the chart again, because what was refused or failed may be available now.
	 * Answers given at the sidebar stay.
	 */
	@PostMapping("read-again")
	CompletableFuture<ModelAndView> readAgain(SidebarLaunch launch,
			@RequestHeader(name = ChangedPage.IN_PLACE, defaultValue = "false") boolean inPlace,
			HttpServletResponse response) {
		this.readings.start(launch);
		return inPlace ? fragment(launch, 0, response) : ChangedPage.redirect("not-known", response);
	}

	@GetMapping("ledger")
	ModelAndView ledger(SidebarLaunch launch) {
		ModelAndView page = new ModelAndView("sidebar/ledger").addObject("ledger",
				this.presenter.ledger(this.readings.ledger(launch)));
		return ViewAuditInterceptor.noted(page, launch.trail(), "ledger", true);
	}

}
