package org.twitchingreference.sidebar;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.bedside.PutAsideReason;
import org.twitchingreference.bedside.SuggestionCounts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Puts an option of this chart aside, with a reason, and offers it again. */
@Controller
@RequestMapping("/s/{launchId}/")
class OptionController {

	/** The value of the form's "reason" by which the option is offered again. */
	private static final String AGAIN = "none";

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	private final SuggestionCounts counts;

	OptionController(ReadingRegistry readings, SidebarPresenter presenter, SuggestionCounts counts) {
		this.readings = readings;
		this.presenter = presenter;
		this.counts = counts;
	}

	/**
	 * Answers a script with the updated page, and a form with a redirect to the option.
	 * Only options offered on this chart can be put aside.
	 */
	@PostMapping("options/{option}")
	CompletableFuture<ModelAndView> putAside(SidebarLaunch launch, @PathVariable String option,
			@RequestParam String reason, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean scripted) {
		Optional<PutAsideReason> why = PutAsideReason.of(reason);
		if (why.isEmpty() && !reason.equals(AGAIN)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return this.readings.await(launch).thenApply((state) -> {
			if (state.isFinal()) {
				change(launch, state, option, why);
			}
			return scripted ? page(launch, state) : back(launch, option);
		});
	}

	private void change(SidebarLaunch launch, PageState state, String option, Optional<PutAsideReason> why) {
		boolean offered = state.whole()
			.stream()
			.flatMap((reading) -> reading.assessment().options().stream())
			.anyMatch((one) -> one.id().equals(option) && one.status() == OptionFinding.Status.OFFERED);
		if (!offered) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		launch.bedside()
			.change((record) -> why.map((reason) -> record.puttingAside(option, reason))
				.orElseGet(() -> record.offeredAgain(option)));
		why.ifPresent((reason) -> this.counts.putAside(option, reason));
	}

	private ModelAndView page(SidebarLaunch launch, PageState state) {
		PageContent content = state.content(launch, this.presenter);
		ModelAndView page = new ModelAndView(content.template(), content.model(), content.status());
		return content.showsTheChart() ? ViewAuditInterceptor.noted(page, launch.trail(), "assessment", state.isFinal())
				: page;
	}

	/** See Other, so that a reload sends nothing again. */
	private ModelAndView back(SidebarLaunch launch, String option) {
		this.readings.showKept(launch);
		RedirectView back = new RedirectView("/s/" + launch.launchId() + "/complete#option-" + option, true, false,
				false);
		back.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(back);
	}

}
