package org.twitchingreference.launch.shared;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.launch.AuthorizationStore;
import org.twitchingreference.launch.Browser;
import org.twitchingreference.launch.InMemoryAuthorizationStore;
import org.twitchingreference.launch.PendingAuthorizations;
import org.twitchingreference.launch.PendingCookies;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.SavedAuthorization;
import org.twitchingreference.store.SharedStore;
import org.twitchingreference.store.StoreCipher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Authorizations that any node may finish. Limits and fair shares are counted by the node
 * that began them, as on a single node.
 */
final class SharedAuthorizations implements AuthorizationStore {

	/** Raised only when an older node could not work with what is written. */
	private static final int VERSION = 1;

	/**
	 * How long after a state was issued an answer with it is still told why it comes too
	 * late.
	 */
	private static final Duration GIVEN = Duration.ofHours(1);

	/** Requests and handles have limits of their own, about 25 KB together. */
	private static final int LONGEST = 64 * 1024;

	private static final String KIND = "authorization";

	private final SharedStore store;

	private final StoreCipher cipher;

	private final Function<SavedAuthorization, Optional<PendingAuthorization>> restoring;

	private final InMemoryAuthorizationStore begunHere;

	private final Clock clock;

	SharedAuthorizations(SharedStore store, StoreCipher cipher,
			Function<SavedAuthorization, Optional<PendingAuthorization>> restoring, LaunchProperties properties,
			Ticker ticker, Clock clock) {
		this.store = store;
		this.cipher = cipher;
		this.restoring = restoring;
		this.clock = clock;
		this.begunHere = new InMemoryAuthorizationStore(properties.maximumLaunches(), PendingAuthorizations.LIFETIME,
				ticker, this::forget);
	}

	@Override
	public void place(PendingAuthorization authorization, String address) {
		this.begunHere.place(authorization, address);
		ObjectNode json = SharedJson.object(VERSION);
		json.put("at", this.clock.millis());
		json.set(KIND, SharedJson.tree(SavedAuthorization.of(authorization)));
		byte[] content = SharedJson.bytes(json);
		if (content.length > LONGEST) {
			throw new LaunchException(LaunchProblem.NOT_FROM_AN_EHR);
		}
		String name = name(authorization.state());
		told(authorization, LaunchProblem.UNKNOWN_STATE);
		this.store.put(inBrowser(authorization.cookieSecret()), name.getBytes(StandardCharsets.UTF_8),
				PendingAuthorizations.LIFETIME);
		this.store.put(name, this.cipher.seal(name, content), PendingAuthorizations.LIFETIME);
	}

	@Override
	public Optional<PendingAuthorization> find(String state) {
		return waiting(name(state)).flatMap(this::restored);
	}

	@Override
	public boolean remove(PendingAuthorization authorization) {
		this.begunHere.remove(authorization);
		this.store.remove(inBrowser(authorization.cookieSecret()));
		return this.store.remove(name(authorization.state()));
	}

	@Override
	public LaunchProblem problemOf(String state) {
		return this.store.get(this.cipher.name("given", state))
			.map((problem) -> LaunchProblem.valueOf(new String(problem, StandardCharsets.UTF_8)))
			.orElse(LaunchProblem.STATE_NEVER_GIVEN);
	}

	@Override
	public void giveUp(PendingAuthorization authorization) {
		this.begunHere.giveUp(authorization);
	}

	/** Finds them by the secrets in the browser's cookies. */
	@Override
	public List<PendingAuthorization> heldBy(Browser browser) {
		return browser.secrets(PendingCookies::isOne)
			.flatMap((secret) -> this.store.get(inBrowser(secret)).stream())
			.flatMap((name) -> waiting(new String(name, StandardCharsets.UTF_8)).stream())
			.sorted(Comparator.comparingLong((ObjectNode json) -> json.path("at").asLong(0)))
			.flatMap((json) -> restored(json).stream())
			.filter(browser::isOf)
			.toList();
	}

	/** The share of its EHR or address was used up, or its browser has too many. */
	private void forget(PendingAuthorization authorization) {
		if (this.store.remove(name(authorization.state()))) {
			told(authorization, LaunchProblem.STATE_GIVEN_UP);
		}
	}

	private void told(PendingAuthorization authorization, LaunchProblem problem) {
		this.store.put(this.cipher.name("given", authorization.state()),
				problem.name().getBytes(StandardCharsets.UTF_8), GIVEN);
	}

	private Optional<ObjectNode> waiting(String name) {
		return this.store.get(name)
			.flatMap((sealed) -> this.cipher.open(name, sealed))
			.flatMap((json) -> SharedJson.read(json, VERSION));
	}

	private Optional<PendingAuthorization> restored(ObjectNode json) {
		try {
			return this.restoring.apply(SharedJson.value(json.path(KIND), SavedAuthorization.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private String name(String state) {
		return this.cipher.name(KIND, state);
	}

	private String inBrowser(String secret) {
		return this.cipher.name("browser", secret);
	}

}
