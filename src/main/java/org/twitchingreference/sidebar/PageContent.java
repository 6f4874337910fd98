package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * What fills the sidebar: an HTTP status, a template and its model, and after how long to
 * ask again if that may help.
 */
record PageContent(HttpStatus status, String template, Map<String, Object> model, Optional<Duration> retryAfter) {

	PageContent {
		model = Map.copyOf(model);
	}

	PageContent(HttpStatus status, String template, Map<String, Object> model) {
		this(status, template, model, Optional.empty());
	}

	/** The same, with a Retry-After of this time. */
	PageContent again(Duration after) {
		return new PageContent(this.status, this.template, this.model, Optional.of(after));
	}

	/** Whether it contains anything from the chart. */
	boolean showsTheChart() {
		return this.template.equals("sidebar/assessment");
	}

	static PageContent problem(HttpStatus status, PageProblem problem) {
		return new PageContent(status, "sidebar/problem", Map.of("problem", problem));
	}

}
