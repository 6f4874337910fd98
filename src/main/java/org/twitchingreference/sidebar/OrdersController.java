package org.twitchingreference.sidebar;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.presentation.AssessmentView;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The chosen tests as an order, for browsers without JavaScript. */
@Controller
@RequestMapping("/s/{launchId}/")
class OrdersController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	OrdersController(ReadingRegistry readings, SidebarPresenter presenter) {
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

	/** The text of the order; a test that is not suggested orders nothing. */
	@PostMapping("orders")
	CompletableFuture<ModelAndView> orders(SidebarLaunch launch, @RequestParam(defaultValue = "") Set<String> test) {
		return this.readings.await(launch).thenApply((state) -> {
			PageContent content = state.content(launch, this.presenter);
			if (content.showsTheChart() && content.model().get("view") instanceof AssessmentView view) {
				ModelAndView page = new ModelAndView("sidebar/orders").addObject("text",
						this.presenter.orders(view.tests().orders(), test));
				return ViewTrail.noted(page, launch.trail(), "orders", state.isFinal());
			}
			return new ModelAndView("sidebar/complete", content.model(), content.status())
				.addObject("content", content.template())
				.addObject("timeout", this.presenter.sessionTimeout(launch.timeout()));
		});
	}

}
