package org.twitchingreference.launch;

import java.util.function.Function;

import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

/**
 * Changes of launches that only this process keeps; their access makes sure by itself
 * that it is renewed once at a time.
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
