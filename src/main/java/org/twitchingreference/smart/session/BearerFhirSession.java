package org.twitchingreference.smart.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Cost;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrRequestLimiter;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.TokenGrant;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Sends requests with the access token of one launch, and only to addresses under its
 * FHIR base.
 */
public class BearerFhirSession implements FhirSession {

	private static final Logger logger = LoggerFactory.getLogger(BearerFhirSession.class);

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	private final EhrRequestLimiter http;

	private final FhirBase base;

	private final EhrRegistration registration;

	private final LaunchAccess access;

	private final Ticker ticker;

	private final Deadline deadline;

	/** What was logged of this reading. */
	private final Set<ConnectionFault> faults = ConcurrentHashMap.newKeySet();

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
		this.deadline = deadline;
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
			.map((location) -> sent((grant) -> this.http.post(location,
					(headers) -> creating(headers, grant, ifNoneExist), json, this.deadline), EhrAnswer::isStored))
			.orElseGet(() -> new FhirReply.Failure(Kind.FOREIGN_LOCATION, 0)));
	}

	/** What was created is not asked back. */
	private static void creating(HttpHeaders headers, TokenGrant grant, String ifNoneExist) {
		authorize(headers, grant);
		headers.setContentType(FHIR_JSON);
		headers.set("Prefer", "return=minimal");
		headers.set("If-None-Exist", ifNoneExist);
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
			.map(this::read)
			.orElseGet(() -> new FhirReply.Failure(Kind.FOREIGN_LOCATION, 0));
	}

	private FhirReply read(URI location) {
		return sent((grant) -> ask(location, grant), EhrAnswer::isJson);
	}

	private FhirReply sent(Function<TokenGrant, EhrAnswer> request, Predicate<EhrAnswer> success) {
		return this.access.current(this.deadline)
			.map((grant) -> sent(request, success, grant))
			.orElseGet(() -> new FhirReply.Failure(Kind.LAUNCH_ENDED, 0));
	}

	private FhirReply sent(Function<TokenGrant, EhrAnswer> request, Predicate<EhrAnswer> success, TokenGrant grant) {
		long start = this.ticker.read();
		EhrAnswer answer = request.apply(grant);
		Optional<TokenGrant> renewed = (answer.status() == HttpStatus.UNAUTHORIZED.value())
				? this.access.replacementFor(grant, this.deadline) : Optional.empty();
		if (renewed.isPresent()) {
			answer = request.apply(renewed.get()).addingCostOf(answer);
		}
		Cost cost = new Cost(answer.attempts(), renewed.isPresent(), answer.bytes(),
				Duration.ofNanos(this.ticker.read() - start));
		return this.access.hasEnded() ? new FhirReply.Failure(Kind.LAUNCH_ENDED, 0, List.of(), cost)
				: reply(answer, success, cost);
	}

	private EhrAnswer ask(URI location, TokenGrant grant) {
		return this.http.get(location, (headers) -> authorize(headers, grant), this.deadline);
	}

	/** The access token goes into the Authorization header (RFC 6750, section 2.1). */
	private static void authorize(HttpHeaders headers, TokenGrant grant) {
		headers.setAccept(List.of(FHIR_JSON));
		headers.setBearerAuth(grant.accessToken());
	}

	private FhirReply reply(EhrAnswer answer, Predicate<EhrAnswer> success, Cost cost) {
		answer.fault()
			.filter(this.faults::add)
			.ifPresent((fault) -> logger.warn("FHIR server not reached: {} {}", registration(), fault.key()));
		return success.test(answer) ? new FhirReply.Body(answer.json(), cost)
				: new FhirReply.Failure(FailureKinds.of(answer, this.http), answer.status(), answer.issues(), cost);
	}

	private FhirReply logged(FhirReply reply) {
		if (reply instanceof FhirReply.Failure failure) {
			logger.warn("FHIR request failed: {} {} {}", failure.kind(), failure.status(), registration());
		}
		return reply;
	}

}
