package org.twitchingreference.sidebar;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.twitchingreference.presentation.AssessmentView;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The chosen tests as an order, for browsers without JavaScript. */
@Controller
@RequestMapping("/s/{launchId}/")
class OrderTextController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	OrderTextController(ReadingRegistry readings, SidebarPresenter presenter) {
		this.readings = readings;
		this.presenter = presenter;
	}

	/** The text of the order; names of tests that are not suggested are ignored. */
	@PostMapping("orders")
	CompletableFuture<ModelAndView> orders(SidebarLaunch launch, @RequestParam(defaultValue = "") Set<String> test) {
		return this.readings.await(launch).thenApply((state) -> {
			PageContent content = state.content(launch, this.presenter);
			if (content.showsTheChart() && content.model().get("view") instanceof AssessmentView view) {
				ModelAndView page = new ModelAndView("sidebar/orders").addObject("text",
						this.presenter.orders(view.tests().orders(), test));
				return ViewAuditInterceptor.noted(page, launch.trail(), "orders", state.isFinal());
			}
			return new ModelAndView("sidebar/complete", content.model(), content.status())
				.addObject("content", content.template())
				.addObject("timeout", this.presenter.sessionTimeout(launch.timeout()));
		});
	}

}
