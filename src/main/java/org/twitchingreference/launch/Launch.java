package org.twitchingreference.launch;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.audit.LaunchTrail;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.smart.WebMessaging;
import org.twitchingreference.smart.session.LaunchAccess;

/**
 * One opened sidebar: the EHR, the patient and the access it was opened with. It is the
 * principal of every request below "/s/{launchId}"; there is no other patient context.
 */
public final class Launch {

	private final LaunchIdentity identity;

	private final LaunchAccess access;

	private final FhirSession session;

	private final LaunchLimits limits;

	private final LaunchTrail trail;

	private final BedsideStore bedside;

	private final Function<CompletableFuture<TokenGrant>, CompletableFuture<RevocationResult>> revoking;

	private @Nullable CompletableFuture<RevocationResult> ending;

	public Launch(LaunchIdentity identity, LaunchLimits limits, LaunchAccess access, BedsideStore bedside,
			AuditTrail audit, FhirSession session,
			Function<CompletableFuture<TokenGrant>, CompletableFuture<RevocationResult>> revoking) {
		this.identity = identity;
		this.limits = limits;
		this.revoking = revoking;
		this.access = access;
		this.bedside = bedside;
		this.session = session;
		this.trail = audit.of(registration().id(), issuer(), id(), patientId(), user().flatMap(SignedInUser::subject));
	}

	/** The parts of it that never change. */
	public LaunchIdentity identity() {
		return this.identity;
	}

	/** The access to the EHR, which is renewed while the launch is open. */
	public LaunchAccess access() {
		return this.access;
	}

	/** The random id of the launch in its URLs; of no use without its cookie. */
	public String id() {
		return this.identity.id();
	}

	public EhrRegistration registration() {
		return this.identity.authorization().registration();
	}

	/** The FHIR base URL that launched, without trailing slash. */
	public String issuer() {
		return this.identity.authorization().issuer();
	}

	/** Who signed in, where the EHR said so in an id_token. */
	public Optional<SignedInUser> user() {
		return this.identity.user();
	}

	/** Whether the same EHR named the same user for both; false if it named none. */
	boolean isOfTheSameUser(Launch other) {
		return registration().id().equals(other.registration().id()) && issuer().equals(other.issuer()) && user()
			.flatMap(SignedInUser::subject)
			.filter((subject) -> other.user().flatMap(SignedInUser::subject).filter(subject::equals).isPresent())
			.isPresent();
	}

	/** The logical id of the patient whose chart is open. */
	public String patientId() {
		return this.access.grant().patientId();
	}

	/** Whether the EHR names a style for this launch that may be fetched. */
	public boolean isStyled() {
		return style().isPresent();
	}

	/** Where the EHR's style is; only an address on the host of its FHIR base counts. */
	public Optional<URI> style() {
		return this.access.grant()
			.context()
			.style()
			.filter(registration()::allows)
			.filter((location) -> new WebAddress(location).authority()
				.equals(new WebAddress(URI.create(issuer())).authority()));
	}

	/** How the page may put drafts onto the EHR's scratchpad; empty if it may not. */
	public Optional<WebMessaging> scratchpad() {
		return this.access.grant().scratchpad(registration().scopes());
	}

	/**
	 * Whether the sidebar must show who the patient is: unless the EHR said that it does.
	 */
	public boolean needsPatientBanner() {
		return this.access.grant().needsPatientBanner();
	}

	/** How long it may stay unused, and when it ends in any case. */
	public LaunchLimits limits() {
		return this.limits;
	}

	/** The audit trail of this launch. */
	public LaunchTrail trail() {
		return this.trail;
	}

	/**
	 * What was answered and put aside at this sidebar; kept no longer than the launch.
	 */
	public BedsideStore bedside() {
		return this.bedside;
	}

	/** The CSRF token, which forms and scripts of this sidebar send with every change. */
	public String csrfToken() {
		return this.identity.csrfToken();
	}

	/** Reads this patient's chart with this launch's access. */
	public FhirSession openFhirSession() {
		return this.session;
	}

	/**
	 * Ends the access here at once, and asks the EHR, only once, to revoke it; the future
	 * is done when the EHR has answered.
	 */
	public synchronized CompletableFuture<RevocationResult> end() {
		if (this.ending == null) {
			this.ending = this.revoking.apply(this.access.end())
				.exceptionally((failure) -> RevocationResult.NOT_CONFIRMED);
		}
		return this.ending;
	}

	/**
	 * Ends the access on this node, after another node has ended the launch and asked the
	 * EHR to revoke the access that it knew.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	public synchronized void endElsewhere() {
		this.access.end();
		if (this.ending == null) {
			this.ending = CompletableFuture.completedFuture(RevocationResult.NOT_CONFIRMED);
		}
	}

	/**
	 * Completes with the reason for the audit trail when a renewal gave access for
	 * another patient or user, or came after the end. That ends the launch.
	 */
	public CompletableFuture<String> endedByRenewal() {
		return this.access.endedByRenewal();
	}

	/** Whether it was closed, or the EHR renewed its access for somebody else. */
	public boolean hasEnded() {
		return this.access.hasEnded();
	}

	/** The value of the cookie by which the browser that opened the sidebar is known. */
	public String cookieSecret() {
		return this.identity.cookieSecret();
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "Launch[" + registration().id() + "]";
	}

}
