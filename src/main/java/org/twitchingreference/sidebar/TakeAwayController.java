package org.twitchingreference.sidebar;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.takeaway.HandoutProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages for printing: the handout for the patient, and the findings for the record.
 * They show the kept chart, with what was answered and put aside.
 */
@Controller
@RequestMapping("/s/{launchId}/")
@EnableConfigurationProperties(HandoutProperties.class)
class TakeAwayController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	private final List<Activity> options;

	private final String clinic;

	TakeAwayController(ReadingRegistry readings, SidebarPresenter presenter, Knowledge knowledge,
			HandoutProperties properties) {
		this.readings = readings;
		this.presenter = presenter;
		this.options = knowledge.activities(Activity.Kind.OPTION);
		this.clinic = properties.clinic();
	}

	@GetMapping("handout")
	CompletableFuture<ModelAndView> handout(SidebarLaunch launch) {
		return shown(launch, "handout", (page, reading) -> page.addObject("handout",
				this.presenter.handout(reading, launch.bedside().now(), this.options, this.clinic)));
	}

	@GetMapping("print")
	CompletableFuture<ModelAndView> print(SidebarLaunch launch) {
		return shown(launch, "print",
				(page, reading) -> page.addObject("print", this.presenter.print(reading, launch.bedside().now())));
	}

	/** The page for a completely read chart; otherwise what is shown instead. */
	private CompletableFuture<ModelAndView> shown(SidebarLaunch launch, String name,
			BiFunction<ModelAndView, AssessedChart, ModelAndView> filled) {
		return this.readings.await(launch).thenApply((state) -> {
			PageContent content = state.content(launch, this.presenter);
			return state.whole()
				.filter((reading) -> reading.isOf(launch.patientId()))
				.map((reading) -> ViewAuditInterceptor.noted(filled.apply(new ModelAndView("sidebar/" + name), reading),
						launch.trail(), name, true))
				.orElseGet(() -> new ModelAndView("sidebar/complete", content.model(), content.status())
					.addObject("content", content.template())
					.addObject("timeout", this.presenter.sessionTimeout(launch.timeout())));
		});
	}

}
