package org.twitchingreference.smart.session;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.http.EhrRequestLimiter;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.GrantedScopes;

/**
 * The session of one launch: sends requests with its access token, and only to addresses
 * under its FHIR base.
 */
public class BearerFhirSession implements FhirSession {

	private static final Logger logger = LoggerFactory.getLogger(BearerFhirSession.class);

	private final EhrRequestLimiter http;

	private final FhirBase base;

	private final EhrRegistration registration;

	private final LaunchAccess access;

	private final Ticker ticker;

	private final AuthorizedRequests requests;

	public BearerFhirSession(EhrRequestLimiter http, String issuer, EhrRegistration registration, LaunchAccess access,
			Ticker ticker) {
		this(http, new FhirBase(issuer), registration, access, ticker, Deadline.NONE);
	}

	private BearerFhirSession(EhrRequestLimiter http, FhirBase base, EhrRegistration registration, LaunchAccess access,
			Ticker ticker, Deadline deadline) {
		this.http = http;
		this.base = base;
		this.registration = registration;
		this.access = access;
		this.ticker = ticker;
		this.requests = new AuthorizedRequests(http, registration.id(), access, ticker, deadline);
	}

	@Override
	public String patientId() {
		return this.access.grant().patientId();
	}

	@Override
	public String server() {
		return this.base.toString();
	}

	@Override
	public String registration() {
		return this.registration.id();
	}

	@Override
	public Dialect dialect() {
		return this.registration.dialect();
	}

	@Override
	public CodeMap codes() {
		return this.registration.codeMap();
	}

	@Override
	public boolean mayRead(String resourceType) {
		return this.access.grant().scopes().allowReading(resourceType);
	}

	@Override
	public boolean asksFor(String resourceType) {
		return GrantedScopes.of(this.registration.scopes()).allowReading(resourceType);
	}

	@Override
	public boolean mayReadAll(String resourceType, String query) {
		return this.access.grant().scopes().allowReadingAll(resourceType, query);
	}

	@Override
	public boolean mayCreate(String resourceType) {
		return this.access.grant().scopes().allowCreating(resourceType, this.registration.scopes());
	}

	@Override
	public FhirReply create(String resourceType, String json, String ifNoneExist) {
		if (!mayCreate(resourceType)) {
			return new FhirReply.Failure(Kind.FORBIDDEN, 0);
		}
		return logged(this.base.resolve(resourceType)
			.map((location) -> this.requests.create(location, json, ifNoneExist))
			.orElseGet(() -> new FhirReply.Failure(Kind.FOREIGN_LOCATION, 0)));
	}

	@Override
	public int requestsAtOnce() {
		return this.http.requestsAtOnce();
	}

	@Override
	public FhirReply get(String location) {
		return logged(reply(location));
	}

	@Override
	public String follow(String link, String page) {
		return this.base.follow(link, page);
	}

	@Override
	public FhirReply getNext(String link) {
		return logged(reply(link).asNextPage());
	}

	@Override
	public FhirSession within(Duration duration) {
		return new BearerFhirSession(this.http, this.base, this.registration, this.access, this.ticker,
				Deadline.in(duration, this.ticker));
	}

	private FhirReply reply(String location) {
		return this.base.resolve(location)
			.map(this.requests::read)
			.orElseGet(() -> new FhirReply.Failure(Kind.FOREIGN_LOCATION, 0));
	}

	private FhirReply logged(FhirReply reply) {
		if (reply instanceof FhirReply.Failure failure) {
			logger.warn("FHIR request failed: {} {} {}", failure.kind(), failure.status(), registration());
		}
		return reply;
	}

}
