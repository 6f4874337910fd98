package org.twitchingreference.sandbox.quirks;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.twitchingreference.sandbox.search.SearchPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Next links with an opaque cursor in place of the search. "template" makes them of the
 * base ({0}), the type ({1}) and the cursor ({2}); "parameter" is the name of the
 * cursor's parameter. After "pages" pages the server has forgotten the search.
 */
public final class Cursors implements Quirk {

	private static final int MOST = 10_000;

	private final String parameter;

	private final String template;

	private final int pages;

	private final Cache<String, Session> sessions = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(Duration.ofMinutes(10))
		.build();

	public Cursors(String parameter, String template, int pages) {
		this.parameter = parameter;
		this.template = template;
		this.pages = pages;
	}

	public static Cursors lasting(String parameter, String template) {
		return new Cursors(parameter, template, Integer.MAX_VALUE);
	}

	@Override
	public Reply answer(Ask ask, Sound sound) {
		if (!ask.has(this.parameter)) {
			return hidden(sound.answer(ask), ask, 1);
		}
		return Optional.ofNullable(this.sessions.getIfPresent(ask.first(this.parameter)))
			.filter((session) -> session.page() <= this.pages)
			.map((session) -> hidden(sound.answer(session.ask()), session.ask(), session.page()))
			.orElseGet(() -> Reply.outcome(410, "4113", "The session of this search has expired; search again."));
	}

	private Reply hidden(Reply reply, Ask ask, int page) {
		return reply.changing((bundle) -> {
			for (JsonNode link : bundle.path("link")) {
				if (link.path("relation").asString().equals("next")) {
					hide((ObjectNode) link, ask, page);
				}
			}
		});
	}

	private void hide(ObjectNode link, Ask ask, int page) {
		String start = UriComponentsBuilder.fromUriString(link.path("url").asString())
			.build()
			.getQueryParams()
			.getFirst(SearchPage.CURSOR);
		String cursor = UUID.randomUUID().toString();
		this.sessions.put(cursor, new Session(ask.with(SearchPage.CURSOR, String.valueOf(start)), page + 1));
		link.put("url", this.template.replace("{0}", ask.base()).replace("{1}", ask.type()).replace("{2}", cursor));
	}

	/** A search and which of its pages is next. */
	private record Session(Ask ask, int page) {

	}

}
