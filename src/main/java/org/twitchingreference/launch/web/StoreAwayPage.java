package org.twitchingreference.launch.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.store.StoreAwayException;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * The page where what nodes share is away: nothing is known of any launch meanwhile, and
 * none is ended. Its reference stands in the log.
 */
@ControllerAdvice
class StoreAwayPage {

	private static final Logger logger = LoggerFactory.getLogger(StoreAwayPage.class);

	private static final String REFERENCE = StoreAwayPage.class.getName() + ".REFERENCE";

	/** Short enough to be read out on the phone. */
	private static final int REFERENCE_LENGTH = 8;

	@ExceptionHandler(StoreAwayException.class)
	void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
		send(request, response);
	}

	static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
		logger.warn("Request not answered, store away: {}", reference);
		if (!response.isCommitted()) {
			request.setAttribute(REFERENCE, reference);
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

	/** Hands the reference to the page of errors. */
	@Component
	static class Reference extends DefaultErrorAttributes {

		@Override
		public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
			Map<String, Object> attributes = super.getErrorAttributes(request, options);
			Object reference = request.getAttribute(REFERENCE, RequestAttributes.SCOPE_REQUEST);
			if (reference != null) {
				attributes.put("reference", reference);
			}
			return attributes;
		}

	}

}
