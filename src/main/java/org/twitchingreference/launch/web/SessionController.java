package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchCookies;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.smart.RevocationResult;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Reports how much time a launch has left, extends it, and closes the launch. */
@Controller
class SessionController {

	/** The address that closes a launch. */
	static final String CLOSE = "/s/{launchId}/close";

	private static final Logger logger = LoggerFactory.getLogger(SessionController.class);

	/**
	 * How long closing waits at most for the EHR to revoke access; the EHR is still asked
	 * after that.
	 */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final Launches launches;

	private final LaunchCookies cookies;

	private final Duration longestWait;

	@Autowired
	SessionController(Launches launches, LaunchCookies cookies) {
		this(launches, cookies, LONGEST_WAIT);
	}

	SessionController(Launches launches, LaunchCookies cookies, Duration longestWait) {
		this.launches = launches;
		this.cookies = cookies;
		this.longestWait = longestWait;
	}

	/** Reports the time left without extending it. */
	@GetMapping(LaunchCookies.SESSION)
	@ResponseBody
	Launches.Remaining remaining(@AuthenticationPrincipal Launch launch) {
		return this.launches.remaining(launch);
	}

	/** Extends the time left, up to the limit of the launch, as any other use does. */
	@PostMapping(LaunchCookies.SESSION)
	@ResponseBody
	Launches.Remaining keepAlive(@AuthenticationPrincipal Launch launch) {
		return this.launches.remaining(launch);
	}

	/**
	 * Waits for the EHR without a thread. This is the last answer of the launch, which
	 * has ended by then.
	 */
	@PostMapping(CLOSE)
	CompletableFuture<ModelAndView> close(@AuthenticationPrincipal Launch launch, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.removed(launch).toString());
		return this.launches.close(launch)
			.copy()
			.completeOnTimeout(RevocationResult.NOT_CONFIRMED, this.longestWait.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((failure) -> RevocationResult.NOT_CONFIRMED)
			.thenApply((revoked) -> closed(launch, revoked));
	}

	private static ModelAndView closed(Launch launch, RevocationResult revoked) {
		logger.info("Launch closed: {} {}", launch.registration().id(), revoked);
		return new ModelAndView("launch/closed").addObject("revoked", revoked.key());
	}

}
