package org.twitchingreference.sidebar;

import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The sidebar of one launch: its shell at once, what fills it in as the chart is read,
 * both as one page for browsers without JavaScript, and how the chart was read.
 */
@Controller
@RequestMapping("/s/{launchId}/")
class SidebarController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	SidebarController(ReadingRegistry readings, SidebarPresenter presenter) {
		this.readings = readings;
		this.presenter = presenter;
	}

	@ModelAttribute
	void answerOnlyThisLaunchAndNeverFromACache(@PathVariable String launchId, SidebarLaunch launch,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		if (!launch.launchId().equals(launchId)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@ModelAttribute("styled")
	boolean hasAStyle(SidebarLaunch launch) {
		return launch.styled();
	}

	@ModelAttribute("csrfToken")
	String csrfToken(SidebarLaunch launch) {
		return launch.timeout().csrfToken();
	}

	@GetMapping
	ModelAndView shell(SidebarLaunch launch) {
		this.readings.start(launch);
		return new ModelAndView("sidebar/shell").addObject("problems", this.presenter.problemsOfTheBrowser())
			.addObject("timeout", this.presenter.sessionTimeout(launch.timeout()));
	}

	/** What is in of the chart; the page that has seen some of it names how much. */
	@GetMapping("assessment")
	CompletableFuture<ModelAndView> assessment(SidebarLaunch launch, @RequestParam(defaultValue = "0") int after,
			HttpServletResponse response) {
		return this.readings.await(launch, after).thenApply((state) -> {
			PageContent content = content(launch, state, response);
			return shown(new ModelAndView(content.template(), content.model(), content.status()), "assessment", content,
					launch, state);
		});
	}

	@GetMapping("complete")
	CompletableFuture<ModelAndView> complete(SidebarLaunch launch, HttpServletResponse response) {
		this.readings.startWhole(launch);
		return this.readings.await(launch).thenApply((state) -> {
			PageContent content = content(launch, state, response);
			return shown(
					new ModelAndView("sidebar/complete", content.model(), content.status())
						.addObject("content", content.template())
						.addObject("timeout", this.presenter.sessionTimeout(launch.timeout())),
					"complete", content, launch, state);
		});
	}

	@GetMapping("ledger")
	ModelAndView ledger(SidebarLaunch launch) {
		ModelAndView page = new ModelAndView("sidebar/ledger").addObject("ledger",
				this.presenter.ledger(this.readings.ledger(launch)));
		return ViewTrail.noted(page, launch.trail(), "ledger", true);
	}

	private static ModelAndView shown(ModelAndView page, String name, PageContent content, SidebarLaunch launch,
			PageState state) {
		return content.showsTheChart() ? ViewTrail.noted(page, launch.trail(), name, state.isFinal()) : page;
	}

	private PageContent content(SidebarLaunch launch, PageState state, HttpServletResponse response) {
		PageContent content = state.content(launch, this.presenter);
		content.retryAfter()
			.ifPresent((time) -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds())));
		return content;
	}

}
