package org.twitchingreference.smart.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchAccessTests {

	private static final Duration LIFETIME = Duration.ofSeconds(570);

	private final AtomicLong nanos = new AtomicLong();

	private final AtomicInteger renewals = new AtomicInteger();

	private final TokenGrant first = grant("first");

	private final LaunchAccess access = access((number) -> new RenewalResult.Renewed(grant("renewed-" + number)));

	@Test
	void asksWithWhatWasGrantedWhileItLasts() {
		pass(LIFETIME.minusSeconds(31));

		assertThat(this.access.current(Deadline.NONE)).hasValue(this.first);
		assertThat(this.renewals).hasValue(0);
	}

	@Test
	void renewsShortlyBeforeTheEnd() {
		pass(LIFETIME.minusSeconds(30));

		assertThat(this.access.current(Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
		assertThat(this.access.current(Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
		assertThat(this.renewals).hasValue(1);
	}

	@Test
	void renewsAsOftenAsTheLaunchLasts() {
		pass(LIFETIME);
		this.access.current(Deadline.NONE);
		pass(LIFETIME);

		assertThat(this.access.current(Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-2");
	}

	@Test
	void renewsWhatIsNoLongerAccepted() {
		assertThat(this.access.replacementFor(this.first, Deadline.NONE)).map(TokenGrant::accessToken)
			.hasValue("renewed-1");
		assertThat(this.access.current(Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
	}

	@Test
	void givesEverybodyWhatOneRenewed() {
		List<CompletableFuture<Optional<TokenGrant>>> requests = IntStream.range(0, 16)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> this.access.replacementFor(this.first, Deadline.NONE)))
			.toList();

		assertThat(requests)
			.allSatisfy((request) -> assertThat(request.join()).map(TokenGrant::accessToken).hasValue("renewed-1"));
		assertThat(this.renewals).hasValue(1);
	}

	@Test
	void doesNotRenewAgainWhatTheEhrDoesNotAcceptEither() {
		TokenGrant renewed = this.access.replacementFor(this.first, Deadline.NONE).orElseThrow();

		assertThat(this.access.replacementFor(renewed, Deadline.NONE)).isEmpty();
		assertThat(this.renewals).hasValue(1);

		pass(Duration.ofSeconds(30));

		assertThat(this.access.replacementFor(renewed, Deadline.NONE)).isPresent();
	}

	@Test
	void doesNotAskAgainWhatTheEhrRefused() {
		LaunchAccess refused = access((number) -> new RenewalResult.Refused());

		assertThat(refused.replacementFor(this.first, Deadline.NONE)).isEmpty();
		pass(LIFETIME);

		assertThat(refused.replacementFor(this.first, Deadline.NONE)).isEmpty();
		assertThat(refused.current(Deadline.NONE)).hasValue(this.first);
		assertThat(this.renewals).hasValue(1);
	}

	@Test
	void asksAgainLaterWhenTheEhrFailed() {
		LaunchAccess failing = access((number) -> (number == 1) ? new RenewalResult.Failed()
				: new RenewalResult.Renewed(grant("renewed-" + number)));

		assertThat(failing.replacementFor(this.first, Deadline.NONE)).isEmpty();
		assertThat(failing.replacementFor(this.first, Deadline.NONE)).isEmpty();
		pass(Duration.ofSeconds(30));

		assertThat(failing.replacementFor(this.first, Deadline.NONE)).isPresent();
		assertThat(this.renewals).hasValue(2);
	}

	@Test
	void endsWithAccessToAnotherPatient() {
		LaunchAccess switched = access((number) -> new RenewalResult.ForAnotherPatient(Optional.of(grant("strange"))));

		assertThat(switched.replacementFor(this.first, Deadline.NONE)).isEmpty();
		assertThat(switched.hasEnded()).isTrue();
		assertThat(switched.current(Deadline.NONE)).isEmpty();
		assertThat(switched.endedByRenewal()).isCompletedWithValue("another-patient");
		assertThat(switched.end().join().accessToken()).isEqualTo("strange");
		pass(LIFETIME);
		assertThat(switched.replacementFor(this.first, Deadline.NONE)).isEmpty();
		assertThat(this.renewals).hasValue(1);
	}

	@Test
	void keepsWhatIsToBeGivenBackThoughTheLaunchIsOver() {
		CountDownLatch goOn = new CountDownLatch(1);
		LaunchAccess slow = slow(goOn);
		assertThat(slow.replacementFor(this.first, () -> Duration.ofMillis(1))).isEmpty();

		CompletableFuture<TokenGrant> last = slow.end();
		goOn.countDown();

		assertThat(last.join().accessToken()).isEqualTo("renewed-1");
		assertThat(slow.endedByRenewal()).isNotDone();
	}

	@Test
	void renewsNothingWithoutARefreshToken() {
		TokenGrant plain = new TokenGrant("plain", Optional.of(LIFETIME), Optional.empty(), new GrantedScopes(Set.of()),
				"p1", Optional.empty(), true);
		LaunchAccess fixed = new LaunchAccess(plain, Duration.ZERO, (grant) -> new RenewalResult.Failed(),
				Runnable::run, this.nanos::get);
		pass(LIFETIME);

		assertThat(fixed.current(Deadline.NONE)).hasValue(plain);
		assertThat(fixed.replacementFor(plain, Deadline.NONE)).isEmpty();
	}

	@Test
	void waitsForARenewalNoLongerThanTheReadingLasts() {
		CountDownLatch goOn = new CountDownLatch(1);
		LaunchAccess slow = slow(goOn);

		assertThat(slow.replacementFor(this.first, () -> Duration.ofMillis(1))).isEmpty();
		goOn.countDown();
		assertThat(slow.replacementFor(this.first, Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
	}

	@Test
	void doesNotWaitWhileTheAccessIsStillGood() {
		CountDownLatch goOn = new CountDownLatch(1);
		LaunchAccess slow = slow(goOn);
		pass(LIFETIME.minusSeconds(1));

		assertThat(slow.current(Deadline.NONE)).hasValue(this.first);
		goOn.countDown();
		assertThat(slow.replacementFor(this.first, Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
	}

	@Test
	void finishesARenewalThatAnInterruptedReadingBegan() {
		CountDownLatch goOn = new CountDownLatch(1);
		LaunchAccess slow = slow(goOn);
		Thread.currentThread().interrupt();

		assertThat(slow.replacementFor(this.first, Deadline.NONE)).isEmpty();
		assertThat(Thread.interrupted()).isTrue();
		goOn.countDown();
		assertThat(slow.replacementFor(this.first, Deadline.NONE)).map(TokenGrant::accessToken).hasValue("renewed-1");
		assertThat(this.renewals).hasValue(1);
	}

	@Test
	void printsNothing() {
		assertThat(this.access).hasToString("LaunchAccess");
		assertThat(this.first).hasToString("TokenGrant");
		assertThat(new RenewalResult.Renewed(this.first).toString()).doesNotContain("first", "refresh");
	}

	private LaunchAccess access(IntFunction<RenewalResult> renewal) {
		return access(renewal, Runnable::run);
	}

	private LaunchAccess access(IntFunction<RenewalResult> renewal, Executor executor) {
		return new LaunchAccess(this.first, Duration.ZERO, (grant) -> renewal.apply(this.renewals.incrementAndGet()),
				executor, this.nanos::get);
	}

	/** Renews on a thread of its own, once it may. */
	private LaunchAccess slow(CountDownLatch goOn) {
		return access((number) -> {
			await(goOn);
			return new RenewalResult.Renewed(grant("renewed-" + number));
		}, (task) -> new Thread(task).start());
	}

	private void pass(Duration duration) {
		this.nanos.addAndGet(duration.toNanos());
	}

	private static TokenGrant grant(String token) {
		return new TokenGrant(token, Optional.of(LIFETIME), Optional.of("refresh-token"), new GrantedScopes(Set.of()),
				"p1", Optional.empty(), true);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
