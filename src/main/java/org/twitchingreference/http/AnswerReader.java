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
		if (!status.is2xxSuccessful() || !isJson(response)) {
			return EhrAnswer.unusable(Outcome.NOT_JSON, status);
		}
		byte[] json = body(response);
		return (json.length > 0) ? EhrAnswer.json(status, json) : EhrAnswer.unusable(Outcome.NOT_JSON, status);
	}

	/**
	 * * The body; empty when it is not packed as its headers say, so that it does not
	 * count as JSON.
	 */
	private static byte[] body(ClientHttpResponse response) throws IOException {
		try {
			return response.getBody().readAllBytes();
		}
		catch (ZipException ex) {
			return new byte[0];
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
