package org.twitchingreference.registration;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.registration.EhrAnswer.Outcome;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/** Tells what a response to a GET of JSON is. */
record AnswerReader(IssueCodes issues, Clock clock) {

	EhrAnswer read(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.isError()) {
			return EhrAnswer.refused(status, issues(response), RetryAfter.in(response.getHeaders(), this.clock));
		}
		if (!status.is2xxSuccessful() || !isJson(response)) {
			return EhrAnswer.without(Outcome.NOT_JSON, status);
		}
		byte[] json = body(response);
		return (json.length > 0) ? EhrAnswer.json(status, json) : EhrAnswer.without(Outcome.NOT_JSON, status);
	}

	/** What cannot be unpacked is not what it says it is. */
	private static byte[] body(ClientHttpResponse response) throws IOException {
		try {
			return response.getBody().readAllBytes();
		}
		catch (ZipException ex) {
			return new byte[0];
		}
	}

	/** A refusal stays one, whatever becomes of its body. */
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
