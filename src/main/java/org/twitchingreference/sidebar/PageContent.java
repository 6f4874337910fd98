package org.twitchingreference.sidebar;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** What fills the sidebar: an HTTP status, a template and what the template shows. */
record PageContent(HttpStatus status, String template, Map<String, Object> model) {

	PageContent {
		model = Map.copyOf(model);
	}

	/** Whether something of the chart is in it. */
	boolean showsTheChart() {
		return this.template.equals("sidebar/assessment");
	}

	static PageContent problem(HttpStatus status, PageProblem problem) {
		return new PageContent(status, "sidebar/problem", Map.of("problem", problem));
	}

}
