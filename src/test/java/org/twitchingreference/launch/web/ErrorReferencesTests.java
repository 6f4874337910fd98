package org.twitchingreference.launch.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.launch.LaunchTestBase;
import org.twitchingreference.launch.RequestedEhr;
import org.twitchingreference.registration.RegistrationFixture;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page with a number shows a reference that finds its line of the log. */
class ErrorReferencesTests extends LaunchTestBase {

	@ParameterizedTest
	@CsvSource({ "/nowhere-secret, 404, another page", "/s/secret-launch/, 401, sidebar" })
	void findsTheLineOfAPage(String path, int status, String step, CapturedOutput output) {
		HttpResponse<String> page = browser().get(path);

		assertThat(page.statusCode()).isEqualTo(status);
		Matcher reference = Pattern.compile("Reference ([0-9a-f]{8}) \\(" + status + "\\)").matcher(page.body());
		assertThat(reference.find()).isTrue();
		assertThat(output).contains("Page of an error: " + status + " - " + reference.group(1) + " at " + step)
			.doesNotContain("secret");
	}

	@Test
	void findsTheLineOfARequestThatNoFilterSees(CapturedOutput output) {
		Matcher reference = Pattern.compile("Reference ([0-9a-f]{8}) \\(400\\)")
			.matcher(RawRequest.send(browser().port(), "GET /%zzsecret HTTP/1.1\r\nAccept: text/html"));

		assertThat(reference.find()).isTrue();
		assertThat(output).containsPattern("Page of an error: 400 - " + reference.group(1));
	}

	@Test
	void writesNoMoreThanSoManyLinesInAMinute() {
		AtomicLong nanos = new AtomicLong();
		ErrorReferences references = new ErrorReferences(nanos::get);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/nowhere");
		for (int page = 0; page < 100; page++) {
			assertThat(references.next(404, request)).isPresent();
		}

		assertThat(references.next(404, request)).isEmpty();
		assertThat(references.next(503, ofAnEhr())).isPresent();
		nanos.addAndGet(Duration.ofSeconds(61).toNanos());
		assertThat(references.next(404, request)).isPresent();
	}

	/** Whose users want their reference, whatever strangers ask for. */
	private static MockHttpServletRequest ofAnEhr() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/s/one/");
		RequestedEhr.keep(request, RegistrationFixture.named("one", "https://ehr.example.org/fhir"));
		return request;
	}

}
