package org.twitchingreference.sidebar;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** What fills the sidebar: an HTTP status, a template and what the template shows. */
record Content(HttpStatus status, String template, Map<String, Object> model) {

	Content {
		model = Map.copyOf(model);
	}

	/** Whether something of the chart is in it. */
	boolean showsTheChart() {
		return this.template.equals("sidebar/assessment");
	}

	static Content problem(HttpStatus status, Problem problem) {
		return new Content(status, "sidebar/problem", Map.of("problem", problem));
	}

}
