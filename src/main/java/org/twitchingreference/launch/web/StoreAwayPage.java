package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.store.StoreAwayException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The page where what nodes share is away: nothing is known of any launch meanwhile, and
 * none is ended.
 */
@ControllerAdvice
class StoreAwayPage {

	@ExceptionHandler(StoreAwayException.class)
	void show(HttpServletResponse response) throws IOException {
		send(response);
	}

	static void send(HttpServletResponse response) throws IOException {
		if (!response.isCommitted()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

}
