package org.twitchingreference.launch.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.store.StoreUnavailableException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The page that is shown while the store that nodes share is unavailable. Nothing is
 * known about any launch then, and none is ended.
 */
@ControllerAdvice
class StoreUnavailablePage {

	@ExceptionHandler(StoreUnavailableException.class)
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
