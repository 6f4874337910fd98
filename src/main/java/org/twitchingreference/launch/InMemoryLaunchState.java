package org.twitchingreference.launch;

import java.util.function.Function;

import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

/**
 * The changing parts of launches that only this process keeps. Their access itself makes
 * sure that only one renewal runs at a time.
 */
final class InMemoryLaunchState implements LaunchState {

	@Override
	public BedsideStore bedside(String launchId) {
		return BedsideStore.inMemory();
	}

	@Override
	public RenewalResult renew(String launchId, TokenGrant grant, Function<TokenGrant, RenewalResult> renewing) {
		return renewing.apply(grant);
	}

}
