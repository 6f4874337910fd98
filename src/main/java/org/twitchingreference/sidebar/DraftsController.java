package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.twitchingreference.ordering.DraftOrder;
import org.twitchingreference.ordering.PreparedDrafts;
import org.twitchingreference.ordering.PreparedDrafts.Outcome;
import org.twitchingreference.ordering.PreparedDrafts.Sent;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.actions.OrderLine;
import org.twitchingreference.smart.RandomSecrets;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends the chosen tests as drafts to the EHR's FHIR server: first a page lists what
 * would be sent, and only what was confirmed there is sent.
 */
@Controller
@RequestMapping("/s/{launchId}/")
class DraftsController {

	private final ReadingRegistry readings;

	private final SidebarPresenter presenter;

	private final PreparedDrafts prepared;

	DraftsController(ReadingRegistry readings, SidebarPresenter presenter, PreparedDrafts prepared) {
		this.readings = readings;
		this.presenter = presenter;
		this.prepared = prepared;
	}

	@ModelAttribute
	void answerOnlyWhereDraftsMayBeSent(SidebarLaunch launch) {
		if (!launch.creates().getAsBoolean()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	/** Lists what would be sent; nothing is sent yet. */
	@PostMapping("drafts")
	CompletableFuture<ModelAndView> list(SidebarLaunch launch, @RequestParam(defaultValue = "") Set<String> test) {
		return this.readings.await(launch).thenApply((state) -> {
			PageContent content = state.content(launch, this.presenter);
			if (content.model().get("drafting") instanceof Drafting drafting
					&& content.model().get("view") instanceof AssessmentView view) {
				return ViewAuditInterceptor.noted(list(launch, drafting, test).addObject("banner", view.banner()),
						launch.trail(), "drafts", state.isFinal());
			}
			return new ModelAndView("sidebar/complete", content.model(), content.status())
				.addObject("content", content.template())
				.addObject("timeout", this.presenter.sessionTimeout(launch.timeout()));
		});
	}

	private ModelAndView list(SidebarLaunch launch, Drafting drafting, Set<String> tests) {
		List<OrderLine> lines = drafting.sheet().orders(tests);
		List<DraftOrder> orders = lines.stream().flatMap((line) -> drafting.draft(line).stream()).toList();
		String token = RandomSecrets.random();
		this.prepared.prepare(launch.launchId(), token, orders);
		return new ModelAndView("sidebar/drafts").addObject("token", token)
			.addObject("orders", orders)
			.addObject("uncoded", lines.stream().filter((line) -> line.item().code().isEmpty()).toList())
			.addObject("reason", drafting.sheet().indication());
	}

	/** Sends what was listed under the token, however often it is confirmed. */
	@PostMapping("send-drafts")
	CompletableFuture<ModelAndView> send(SidebarLaunch launch, @RequestParam(defaultValue = "") String token) {
		return this.prepared
			.confirm(launch.launchId(), token, launch.session(),
					(sent) -> launch.trail().drafted(created(sent), sent.size() - created(sent)))
			.map((sending) -> sending.thenApply(DraftsController::sent))
			.orElseGet(() -> CompletableFuture.completedFuture(
					new ModelAndView("sidebar/drafts-sent", HttpStatus.GONE).addObject("sent", List.of())));
	}

	private static ModelAndView sent(List<Sent> sent) {
		return new ModelAndView("sidebar/drafts-sent").addObject("sent", sent)
			.addObject("created", names(sent, Outcome.CREATED))
			.addObject("refused", names(sent, Outcome.REFUSED))
			.addObject("unknown", names(sent, Outcome.UNKNOWN));
	}

	private static String names(List<Sent> sent, Outcome outcome) {
		return sent.stream()
			.filter((one) -> one.outcome() == outcome)
			.map(Sent::name)
			.collect(Collectors.joining(", "));
	}

	private static long created(List<Sent> sent) {
		return sent.stream().filter((one) -> one.outcome() == Outcome.CREATED).count();
	}

}
