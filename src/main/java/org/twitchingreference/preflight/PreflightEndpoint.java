package org.twitchingreference.preflight;

import java.util.Optional;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.util.HtmlUtils;

/**
 * The page /actuator/preflight of the management port: the report of the command, about
 * the registrations that this server runs with. It exists only if it is switched on.
 */
@Endpoint(id = "preflight", defaultAccess = Access.NONE)
class PreflightEndpoint {

	/**
	 * A page with nothing but the text; while the checks run, the browser reloads it
	 * every few seconds.
	 */
	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en"><head><meta charset="utf-8"><title>Preflight</title>%s</head>
			<body><h1>Preflight</h1><pre>%s</pre></body></html>
			""";

	private static final String LOOK_AGAIN = "<meta http-equiv=\"refresh\" content=\"3\">";

	private final CachedReport kept;

	PreflightEndpoint(CachedReport kept) {
		this.kept = kept;
	}

	/** The report, or 202 while checks are running. */
	@ReadOperation(producesFrom = Format.class)
	WebEndpointResponse<String> report(Format format) {
		Optional<PreflightReport> done = this.kept.current();
		PreflightReport report = done.orElseGet(PreflightReport::running);
		String body = (format == Format.JSON) ? report.json()
				: PAGE.formatted(done.isPresent() ? "" : LOOK_AGAIN, HtmlUtils.htmlEscape(report.text()));
		return new WebEndpointResponse<>(body,
				done.isPresent() ? WebEndpointResponse.STATUS_OK : HttpStatus.ACCEPTED.value(),
				format.getProducedMimeType());
	}

	/** Programs get JSON; whoever accepts HTML gets a page. */
	enum Format implements Producible<Format> {

		JSON(MediaType.APPLICATION_JSON),

		HTML(MediaType.valueOf("text/html;charset=UTF-8"));

		@SuppressWarnings("ImmutableEnumChecker")
		private final MimeType type;

		Format(MimeType type) {
			this.type = type;
		}

		@Override
		public MimeType getProducedMimeType() {
			return this.type;
		}

		@Override
		public boolean isDefault() {
			return this == JSON;
		}

	}

}
