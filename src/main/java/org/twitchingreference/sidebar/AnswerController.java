package org.twitchingreference.sidebar;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.sidebar.kept.AnswerRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Records what the patient answered, and shows the consequences. */
@Controller
@RequestMapping("/s/{launchId}/")
class AnswerController {

	private final ChangedPage changed;

	private final BedsideQuestionnaire bedside;

	private final InstantSource now;

	private final SuggestionCounts counts;

	AnswerController(ChangedPage changed, Knowledge knowledge, InstantSource now, SuggestionCounts counts) {
		this.changed = changed;
		this.bedside = knowledge.bedside();
		this.now = now;
		this.counts = counts;
	}

	@PostMapping("answers")
	CompletableFuture<ModelAndView> answer(SidebarLaunch launch, @RequestParam Map<String, String> form,
			@RequestHeader(name = ChangedPage.IN_PLACE, defaultValue = "false") boolean inPlace,
			HttpServletResponse response) {
		UnaryOperator<BedsideRecord> change = new AnswerRequest(this.bedside, this.now.instant()).change(form)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		Map<String, GivenAnswer> before = launch.bedside().now().answers();
		launch.bedside().change(change).answers().forEach((question, answer) -> {
			if (!answer.equals(before.get(question))) {
				this.counts.answered(question, answer.code());
			}
		});
		launch.trail().answered();
		return this.changed.show(launch, inPlace, "ask", response);
	}

}
