package org.twitchingreference.launch.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.Launches;
import org.twitchingreference.smart.RevocationResult;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Tells how long a launch still lives, keeps it alive, and closes it. */
@Controller
class LaunchEndController {

	private static final Logger logger = LoggerFactory.getLogger(LaunchEndController.class);

	/**
	 * The longest that closing waits for the EHR to revoke access; the EHR is still asked
	 * after that.
	 */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final Launches launches;

	LaunchEndController(Launches launches) {
		this.launches = launches;
	}

	/** Tells the time left without extending it. */
	@GetMapping(Launches.SESSION)
	@ResponseBody
	Launches.Remaining remaining(@AuthenticationPrincipal Launch launch) {
		return this.launches.remaining(launch);
	}

	/** Extends the time left, up to the limit of the launch, as any other use does. */
	@PostMapping(Launches.SESSION)
	@ResponseBody
	Launches.Remaining keepAlive(@AuthenticationPrincipal Launch launch) {
		return this.launches.remaining(launch);
	}

	@PostMapping("/s/{launchId}/close")
	ModelAndView close(@AuthenticationPrincipal Launch launch, HttpServletResponse response) {
		RevocationResult revoked = await(this.launches.close(launch, response));
		logger.info("Launch closed: {} {}", launch.registration().id(), revoked);
		return new ModelAndView("launch/closed").addObject("revoked", revoked.key());
	}

	private static RevocationResult await(CompletableFuture<RevocationResult> asked) {
		try {
			return asked.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return RevocationResult.NOT_CONFIRMED;
		}
		catch (ExecutionException | TimeoutException ex) {
			return RevocationResult.NOT_CONFIRMED;
		}
	}

}
