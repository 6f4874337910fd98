package org.twitchingreference.launch.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.AsyncEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;

import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.View;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when a browser waits too long, or not at all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HeldRequestsTests {

	private static final EhrRegistration EHR = RegistrationFixture.registration("https://ehr.example.org/fhir");

	private static final View ANSWER = (model, request, response) -> {
	};

	private final HeldRequests held = new HeldRequests(RegistrationFixture.properties(Duration.ofMinutes(5)));

	private final CountDownLatch answered = new CountDownLatch(1);

	private final BlockingQueue<View> givenBack = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

	@AfterEach
	void close() {
		this.held.close();
	}

	@Test
	void takesTheAnswer() throws InterruptedException {
		this.answered.countDown();
		Request request = new Request(hold("one"));

		request.dispatched.await();
		assertThat(request.result()).isSameAs(ANSWER);
		assertThat(this.givenBack).isEmpty();
	}

	@Test
	void givesBackWhatComesTooLate() throws IOException, InterruptedException {
		Request request = new Request(hold("one"));
		this.asked.take();

		request.timeOut();
		this.answered.countDown();

		assertThat(request.problem()).isEqualTo(LaunchProblem.TOKEN_UNREACHABLE);
		assertThat(this.givenBack.take()).isSameAs(ANSWER);
	}

	@Test
	void asksNothingForWhomNobodyWaitsAnyMore() throws IOException, InterruptedException {
		List<Request> first = new ArrayList<>();
		for (int number = 0; number < 32; number++) {
			first.add(new Request(hold("first")));
			this.asked.take();
		}
		Request waiting = new Request(hold("never"));

		waiting.timeOut();
		this.answered.countDown();
		for (Request request : first) {
			request.dispatched.await();
		}
		new Request(hold("last")).dispatched.await();

		assertThat(waiting.problem()).isEqualTo(LaunchProblem.TOO_BUSY);
		assertThat(this.asked).containsExactly("last");
	}

	@Test
	void tellsOfAnyFailure() throws InterruptedException {
		Request request = new Request(this.held.hold(EHR, LaunchProblem.TOKEN_UNREACHABLE, () -> {
			throw new StackOverflowError();
		}, this.givenBack::add));

		request.dispatched.await();
		assertThat(request.result()).isInstanceOf(StackOverflowError.class);
	}

	private DeferredResult<View> hold(String name) {
		return this.held.hold(EHR, LaunchProblem.TOKEN_UNREACHABLE, () -> {
			this.asked.add(name);
			try {
				this.answered.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return ANSWER;
		}, this.givenBack::add);
	}

	/** A request as the container holds it. */
	private static final class Request {

		private final MockHttpServletRequest request = new MockHttpServletRequest();

		private final CountDownLatch dispatched = new CountDownLatch(1);

		private final StandardServletAsyncWebRequest asynchronous;

		private final WebAsyncManager manager;

		Request(DeferredResult<View> result) {
			this.request.setAsyncSupported(true);
			this.asynchronous = new StandardServletAsyncWebRequest(this.request, new MockHttpServletResponse());
			this.manager = WebAsyncUtils.getAsyncManager(this.request);
			this.manager.setAsyncWebRequest(this.asynchronous);
			try {
				this.manager.startDeferredResultProcessing(result);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			((MockAsyncContext) Objects.requireNonNull(this.request.getAsyncContext()))
				.addDispatchHandler(this.dispatched::countDown);
		}

		void timeOut() throws IOException {
			AsyncEvent event = new AsyncEvent(this.request.getAsyncContext());
			this.asynchronous.onTimeout(event);
			this.asynchronous.onComplete(event);
		}

		Object result() {
			return Objects.requireNonNull(this.manager.getConcurrentResult());
		}

		LaunchProblem problem() {
			return ((LaunchException) result()).problem();
		}

	}

}
