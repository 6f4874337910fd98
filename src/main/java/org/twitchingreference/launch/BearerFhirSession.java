package org.twitchingreference.launch;

import java.net.URI;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.FhirReply.Failure.Kind;
import org.twitchingreference.registration.Dialect;
import org.twitchingreference.registration.EhrAnswer;
import org.twitchingreference.registration.EhrHttp;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Reads with the access token of one launch, and only under its FHIR base. */
class BearerFhirSession implements FhirSession {

	private static final Logger logger = LoggerFactory.getLogger(BearerFhirSession.class);

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	private final EhrHttp http;

	private final FhirBase base;

	private final Dialect dialect;

	private final TokenGrant grant;

	BearerFhirSession(EhrHttp http, String issuer, Dialect dialect, TokenGrant grant) {
		this.http = http;
		this.base = new FhirBase(issuer);
		this.dialect = dialect;
		this.grant = grant;
	}

	@Override
	public String patientId() {
		return this.grant.patientId();
	}

	@Override
	public String server() {
		return this.base.toString();
	}

	@Override
	public Dialect dialect() {
		return this.dialect;
	}

	@Override
	public boolean mayRead(String resourceType) {
		return this.grant.scopes().allowReading(resourceType);
	}

	@Override
	public boolean mayReadAll(String resourceType, String query) {
		return this.grant.scopes().allowReadingAll(resourceType, query);
	}

	@Override
	public FhirReply get(String location) {
		return this.base.resolve(location).map(this::read).orElseGet(() -> failure(Kind.FOREIGN_LOCATION, 0));
	}

	private FhirReply read(URI location) {
		EhrAnswer answer = this.http.get(location, this::authorize);
		return switch (answer.outcome()) {
			case JSON -> new FhirReply.Body(answer.json());
			case NOT_JSON -> failure(Kind.NOT_FHIR, answer.status());
			case REFUSED -> failure(kindOf(answer.status()), answer.status());
			case TOO_LARGE -> failure(Kind.TOO_LARGE, answer.status());
			case TIMED_OUT -> failure(Kind.TIMED_OUT, answer.status());
			case UNREACHABLE -> failure(Kind.UNREACHABLE, answer.status());
		};
	}

	/** RFC 6750, section 2.1. */
	private void authorize(HttpHeaders headers) {
		headers.setAccept(List.of(FHIR_JSON));
		headers.setBearerAuth(this.grant.accessToken());
	}

	private static Kind kindOf(int status) {
		return switch (status) {
			case 401 -> Kind.UNAUTHORIZED;
			case 403 -> Kind.FORBIDDEN;
			case 404, 410 -> Kind.NOT_FOUND;
			case 429 -> Kind.TOO_MANY_REQUESTS;
			default -> (status < 500) ? Kind.REJECTED : Kind.SERVER_ERROR;
		};
	}

	private static FhirReply failure(Kind kind, int status) {
		logger.warn("FHIR request failed: {} {}", kind, status);
		return new FhirReply.Failure(kind, status);
	}

}
