package org.twitchingreference.http;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.http.EhrAnswer.Outcome;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Turns the response to a GET of JSON into an answer: the body of a success, the issue
 * codes of a refusal, or neither.
 */
record AnswerReader(IssueCodes issues, Clock clock) {

	EhrAnswer read(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.isError()) {
			return EhrAnswer.refused(status, issues(response), RetryAfter.in(response.getHeaders(), this.clock));
		}
		return status.is2xxSuccessful() ? success(response, status) : EhrAnswer.unusable(Outcome.NOT_JSON, status);
	}

	/** A body that is not packed as its headers say does not count as JSON. */
	private static EhrAnswer success(ClientHttpResponse response, HttpStatusCode status) throws IOException {
		try {
			byte[] start = isJson(response) ? response.getBody().readAllBytes() : response.getBody().readNBytes(1);
			if (start.length == 0) {
				return EhrAnswer.unusable(Outcome.EMPTY, status);
			}
			return isJson(response) ? EhrAnswer.json(status, start) : EhrAnswer.unusable(Outcome.NOT_JSON, status);
		}
		catch (ZipException ex) {
			return EhrAnswer.unusable(Outcome.NOT_JSON, status);
		}
	}

	/**
	 * The issue codes of a refusal; none when its body cannot be read, which does not
	 * change that it is a refusal.
	 */
	private List<String> issues(ClientHttpResponse response) {
		try {
			return isJson(response) ? this.issues.in(response.getBody().readAllBytes()) : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static boolean isJson(ClientHttpResponse response) {
		return EhrAnswer.isJson(contentType(response));
	}

	private static @Nullable MediaType contentType(ClientHttpResponse response) {
		try {
			return response.getHeaders().getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

}
