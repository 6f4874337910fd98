package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A physician's sidebar: every request that a browser makes for it, in the order in which
 * it makes them. Whatever goes wrong is an UnexpectedAnswer.
 */
final class OpenedSidebar {

	private static final Pattern NEXT = Pattern.compile("hx-get=\"([^\"]*)\"");

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern ANSWER = Pattern.compile("name=\"answer\" value=\"([^\"]+)\"");

	private static final int BEGINNING = 500;

	private final Workstation browser;

	private URI address = URI.create("");

	private String token = "";

	private String answer = "";

	OpenedSidebar(Workstation browser) {
		this.browser = browser;
	}

	/** From the launch to the empty page; the login at the EHR takes no time. */
	void open(URI launch) throws IOException {
		URI next = launch;
		Workstation.Answer page = this.browser.visit(next);
		while (page.status() / 100 == 3) {
			next = next.resolve(page.location());
			page = this.browser.visit(next);
		}
		this.address = next;
		show(page);
	}

	/** The empty page again. */
	void reload() throws IOException {
		show(this.browser.visit(this.address));
	}

	private void show(Workstation.Answer page) throws IOException {
		expect(page, 200, this.address.getPath().replaceAll("/s/.*", "shell"));
		this.token = first(TOKEN, page.body()).orElseThrow(() -> new UnexpectedAnswer("no sidebar"));
		this.browser.load(this.address, page.body());
	}

	/** What fills the page in, until all of it is there. */
	void complete() throws IOException {
		expect(this.browser.ask(this.address.resolve("session")), 200, "session");
		complete(this.browser.ask(this.address.resolve("assessment")));
	}

	/** Answers the first question that is open. */
	void answer() throws IOException {
		complete(this.browser.post(this.address.resolve("answers"),
				"_csrf=" + this.token + "&answer=" + URLEncoder.encode(this.answer, StandardCharsets.UTF_8)));
	}

	void close() throws IOException {
		expect(this.browser.post(this.address.resolve("close"), "_csrf=" + this.token), 200, "close");
	}

	private void complete(Workstation.Answer answered) throws IOException {
		Workstation.Answer shown = answered;
		expect(shown, 200, "assessment");
		for (Optional<String> next = next(shown); next.isPresent(); next = next(shown)) {
			Workstation.Answer newer = this.browser.ask(this.address.resolve(next.get()));
			if (newer.status() != 204) {
				expect(newer, 200, "assessment");
				shown = newer;
			}
		}
		if (!beginning(shown).contains("data-assessment=\"complete\"")) {
			throw new UnexpectedAnswer("no chart");
		}
		if (shown.body().contains("data-gap=\"part\"")) {
			throw new UnexpectedAnswer("incomplete chart");
		}
		this.answer = first(ANSWER, shown.body()).orElseThrow(() -> new UnexpectedAnswer("nothing to answer"));
	}

	private static Optional<String> next(Workstation.Answer shown) {
		return first(NEXT, beginning(shown));
	}

	private static String beginning(Workstation.Answer shown) {
		return shown.body().substring(0, Math.min(shown.body().length(), BEGINNING));
	}

	private static void expect(Workstation.Answer answered, int status, String what) {
		if (answered.status() != status) {
			throw new UnexpectedAnswer(what + " " + answered.status());
		}
	}

	private static Optional<String> first(Pattern pattern, String text) {
		return pattern.matcher(text).results().findFirst().map((MatchResult found) -> found.group(1));
	}

	/** The kind of a failure, as the report counts it. */
	static final class UnexpectedAnswer extends RuntimeException {

		UnexpectedAnswer(String message) {
			super(message);
		}

	}

}
