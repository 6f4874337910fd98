package org.twitchingreference.sandbox.authorization;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;

/**
 * The launches of the chart pages. Each has an opaque id, valid for ten minutes and for
 * the first authorization request that names it; redeemed ones are kept for a day, for
 * the tokens that belong to them.
 */
public class EhrLaunches {

	private static final int MOST = 10_000;

	private final SecureRandom random = new SecureRandom();

	private final Cache<String, EhrLaunch> opened = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(Duration.ofMinutes(10))
		.build();

	private final Cache<String, Redeemed> redeemed = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterAccess(Duration.ofDays(1))
		.build();

	public EhrLaunch open(FhirBase base, PatientChart chart, boolean needPatientBanner) {
		EhrLaunch launch = new EhrLaunch(handle(base), base, chart.id(), chart.currentEncounter(), needPatientBanner,
				random());
		this.opened.put(launch.id(), launch);
		return launch;
	}

	private String random() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
	}

	private byte[] bytes() {
		byte[] bytes = new byte[25];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private String handle(FhirBase base) {
		return base.ehr().access().has(LaunchQuirk.BASE64_HANDLES)
				? "a+b/c %2B&" + Base64.getEncoder().encodeToString(bytes()) : random();
	}

	/**
	 * The launch; empty if the id is unknown, expired, or redeemed by a request with
	 * another code challenge.
	 */
	synchronized Optional<EhrLaunch> redeem(String id, String codeChallenge) {
		EhrLaunch launch = this.opened.getIfPresent(id);
		if (launch != null) {
			this.opened.invalidate(id);
			this.redeemed.put(id, new Redeemed(launch, codeChallenge));
		}
		return Optional.ofNullable(this.redeemed.getIfPresent(id))
			.filter((entry) -> entry.codeChallenge().equals(codeChallenge))
			.map(Redeemed::launch);
	}

	Optional<EhrLaunch> redeemed(String id) {
		return Optional.ofNullable(this.redeemed.getIfPresent(id)).map(Redeemed::launch);
	}

	private record Redeemed(EhrLaunch launch, String codeChallenge) {

	}

}
