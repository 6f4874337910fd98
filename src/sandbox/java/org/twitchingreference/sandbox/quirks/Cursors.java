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
	public Reply answer(FhirRequest request, Server server) {
		if (!request.has(this.parameter)) {
			return hidden(server.answer(request), request, 1);
		}
		return Optional.ofNullable(this.sessions.getIfPresent(request.first(this.parameter)))
			.filter((session) -> session.page() <= this.pages)
			.map((session) -> hidden(server.answer(session.request()), session.request(), session.page()))
			.orElseGet(() -> Reply.outcome(410, "4113", "The session of this search has expired; search again."));
	}

	private Reply hidden(Reply reply, FhirRequest request, int page) {
		return reply.changing((bundle) -> {
			for (JsonNode link : bundle.path("link")) {
				if (link.path("relation").asString().equals("next")) {
					hide((ObjectNode) link, request, page);
				}
			}
		});
	}

	private void hide(ObjectNode link, FhirRequest request, int page) {
		String start = UriComponentsBuilder.fromUriString(link.path("url").asString())
			.build()
			.getQueryParams()
			.getFirst(SearchPage.CURSOR);
		String cursor = UUID.randomUUID().toString();
		this.sessions.put(cursor, new Session(request.with(SearchPage.CURSOR, String.valueOf(start)), page + 1));
		link.put("url",
				this.template.replace("{0}", request.base()).replace("{1}", request.type()).replace("{2}", cursor));
	}

	/** A search and which of its pages is next. */
	private record Session(FhirRequest request, int page) {

	}

}
