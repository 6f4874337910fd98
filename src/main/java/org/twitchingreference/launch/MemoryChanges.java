package org.twitchingreference.launch;

import java.util.function.Function;

import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

/**
 * Changes of launches that this process alone keeps: their access renews once at a time
 * by itself.
 */
final class MemoryChanges implements LaunchChanges {

	@Override
	public BedsideStore bedside(String launchId) {
		return BedsideStore.inMemory();
	}

	@Override
	public RenewalResult renew(String launchId, TokenGrant grant, Function<TokenGrant, RenewalResult> renewing) {
		return renewing.apply(grant);
	}

}
