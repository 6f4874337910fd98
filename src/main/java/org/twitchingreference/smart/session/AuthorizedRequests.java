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
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Cost;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrRequestLimiter;
import org.twitchingreference.smart.TokenGrant;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Sends requests with the access token of one launch, and once more with renewed access
 * when the EHR answers 401.
 */
final class AuthorizedRequests {

	private static final Logger logger = LoggerFactory.getLogger(AuthorizedRequests.class);

	private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json");

	private final EhrRequestLimiter http;

	private final String registration;

	private final LaunchAccess access;

	private final Ticker ticker;

	private final Deadline deadline;

	/** The faults that were logged already; each is logged once for each reading. */
	private final Set<ConnectionFault> faults = ConcurrentHashMap.newKeySet();

	AuthorizedRequests(EhrRequestLimiter http, String registration, LaunchAccess access, Ticker ticker,
			Deadline deadline) {
		this.http = http;
		this.registration = registration;
		this.access = access;
		this.ticker = ticker;
		this.deadline = deadline;
	}

	FhirReply read(URI location) {
		return sent((grant) -> ask(location, grant), EhrAnswer::isJson);
	}

	FhirReply create(URI location, String json, String ifNoneExist) {
		return sent((grant) -> this.http.post(location, (headers) -> creating(headers, grant, ifNoneExist), json,
				this.deadline), EhrAnswer::isStored);
	}

	/** The EHR need not send back what it created. */
	private static void creating(HttpHeaders headers, TokenGrant grant, String ifNoneExist) {
		authorize(headers, grant);
		headers.setContentType(FHIR_JSON);
		headers.set("Prefer", "return=minimal");
		headers.set("If-None-Exist", ifNoneExist);
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
			.ifPresent((fault) -> logger.warn("FHIR server not reached: {} {}", this.registration, fault.key()));
		return success.test(answer) ? new FhirReply.Body(answer.json(), cost)
				: new FhirReply.Failure(FailureKinds.of(answer, this.http), answer.status(), answer.issues(), cost);
	}

}
