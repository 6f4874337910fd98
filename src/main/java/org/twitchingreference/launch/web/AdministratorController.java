package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.launch.Launches;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Ends launches for an administrator on this machine who presents a token, and reports
 * how often suggestions were put aside and answered. Exists only if the token is
 * configured.
 */
@Controller
@ConditionalOnProperty("twitching.admin.token-file")
@EnableConfigurationProperties(AdministratorProperties.class)
class AdministratorController {

	static final String END = "/admin/launches/end";

	static final String SUGGESTIONS = "/admin/suggestions.csv";

	private static final Logger logger = LoggerFactory.getLogger(AdministratorController.class);

	/** How long the answer waits at most for EHRs to revoke access. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	/** Addresses only, so that no host name is resolved. */
	private static final Pattern THIS_MACHINE = Pattern.compile("127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

	/**
	 * Headers that proxies add: a client behind a proxy on this machine is not itself on
	 * this machine.
	 */
	private static final Set<String> OF_PROXIES = Set.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via");

	private static final Set<String> NARROWING = Set.of("ehr", "user");

	private final AdministratorToken token;

	private final Launches launches;

	private final LaunchRates rates;

	private final AuditTrail audit;

	private final SuggestionCounts suggestions;

	AdministratorController(AdministratorProperties properties, Launches launches, LaunchRates rates, AuditTrail audit,
			SuggestionCounts suggestions) {
		this.token = AdministratorToken.of(properties.tokenFile());
		this.launches = launches;
		this.rates = rates;
		this.audit = audit;
		this.suggestions = suggestions;
	}

	/**
	 * Ends all launches, or those of one EHR, of one user as the audit trail names them,
	 * or of both.
	 */
	@PostMapping(END)
	@ResponseBody
	CompletableFuture<Map<String, Integer>> end(HttpServletRequest request) {
		admit(request, NARROWING);
		Optional<String> ehr = narrowedTo(request, "ehr");
		Optional<String> user = narrowedTo(request, "user");
		CompletableFuture<?>[] asked = this.launches
			.end((launch) -> ehr.filter((id) -> !id.equals(launch.registration().id())).isEmpty()
					&& user.filter((pseudonym) -> !launch.trail().isOf(pseudonym)).isEmpty())
			.toArray(CompletableFuture[]::new);
		logger.info("Launches ended by an administrator: {}", asked.length);
		return CompletableFuture.allOf(asked)
			.completeOnTimeout(null, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
			.thenApply((done) -> Map.of("ended", asked.length));
	}

	/** Counts since the start, with only ids and codes of the knowledge. */
	@GetMapping(path = SUGGESTIONS, produces = "text/csv")
	@ResponseBody
	String suggestions(HttpServletRequest request) {
		admit(request, Set.of());
		return this.suggestions.csv();
	}

	private void admit(HttpServletRequest request, Set<String> parameters) {
		if (!isOfThisMachine(request)) {
			throw refused(request, "administrator-elsewhere", HttpStatus.FORBIDDEN);
		}
		if (this.rates.takeOfAdministrator().isPresent()) {
			throw refused(request, "administrator-too-often", HttpStatus.TOO_MANY_REQUESTS);
		}
		if (!this.token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			throw refused(request, "administrator-unknown", HttpStatus.UNAUTHORIZED);
		}
		if (!parameters.containsAll(request.getParameterMap().keySet())) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	private static boolean isOfThisMachine(HttpServletRequest request) {
		return THIS_MACHINE.matcher(request.getRemoteAddr()).matches()
				&& OF_PROXIES.stream().allMatch((header) -> request.getHeader(header) == null);
	}

	private ResponseStatusException refused(HttpServletRequest request, String why, HttpStatus status) {
		this.audit.refusedRequest(why, request.getRemoteAddr());
		return new ResponseStatusException(status);
	}

	/**
	 * The value of the parameter; empty if it is not given. A repeated or blank one is
	 * refused, because an unclear request must never end all launches.
	 */
	private static Optional<String> narrowedTo(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null) {
			return Optional.empty();
		}
		if (values.length != 1 || values[0].isBlank()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return Optional.of(values[0]);
	}

}
