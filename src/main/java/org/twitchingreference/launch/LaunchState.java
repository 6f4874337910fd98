package org.twitchingreference.launch;

import java.util.function.Function;

import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

/**
 * The parts of an open launch that change while it is open: its access, and what is done
 * at its sidebar. Several nodes may change them at once.
 */
public interface LaunchState {

	/** What was answered and put aside at the sidebar of this launch. */
	BedsideStore bedside(String launchId);

	/**
	 * Renews the access of this launch while nobody else does; a grant that was already
	 * renewed elsewhere is not renewed again.
	 */
	RenewalResult renew(String launchId, TokenGrant grant, Function<TokenGrant, RenewalResult> renewing);

}
