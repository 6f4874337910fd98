package org.twitchingreference.launch.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchIdentity;
import org.twitchingreference.launch.LaunchLimits;
import org.twitchingreference.launch.LaunchOpener;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.smart.AuthorizationRequests;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.SavedAuthorization;
import tools.jackson.core.JacksonException;

/**
 * Makes this node's working objects of stored launches and pending authorizations; empty
 * if what is stored cannot be read, or its EHR is not registered here.
 */
final class LaunchRestorer {

	private static final Logger logger = LoggerFactory.getLogger(LaunchRestorer.class);

	private final EhrRegistrations registrations;

	private final AuthorizationRequests requests;

	private final LaunchOpener opener;

	private final LaunchProperties properties;

	LaunchRestorer(EhrRegistrations registrations, AuthorizationRequests requests, LaunchOpener opener,
			LaunchProperties properties) {
		this.registrations = registrations;
		this.requests = requests;
		this.opener = opener;
		this.properties = properties;
	}

	Optional<PendingAuthorization> authorization(SavedAuthorization saved) {
		return this.registrations.byId(saved.registration())
			.flatMap((registration) -> this.requests.restore(registration, saved));
	}

	/**
	 * The launch, given how long ago its access was granted and how long it may still
	 * live at most.
	 */
	Optional<Launch> launch(LaunchRecord record, Duration age, Duration limit) {
		try {
			return authorization(record.authorization())
				.map((authorization) -> new LaunchIdentity(record.id(), record.cookieSecret(), record.csrfToken(),
						authorization, record.user()))
				.map((identity) -> this.opener.restore(identity,
						new LaunchLimits(this.properties.launchIdle(), Instant.now().plus(limit)), record.grant(),
						age));
		}
		catch (JacksonException ex) {
			logger.warn("A launch of another node cannot be read: have all nodes the same version?");
			return Optional.empty();
		}
	}

}
