package org.twitchingreference.about;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.about.SourceAttribute;
import org.twitchingreference.launch.LaunchTestBase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What everybody may know of this server, without a launch. */
class AboutTests extends LaunchTestBase {

	@Test
	void theFrontPageSaysWhatThisIsAndLeadsOn() {
		assertThat(browser().get("/").body()).contains("Muscle Twitching Reference",
				"opens beside a patient&#39;s chart", "No physician has reviewed the content yet.", "href=\"/about\"",
				"href=\"/standalone\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/about/source-attributes.json", "/logo.png" })
	void isKeptForAWhileByAnybodyAndSentWithTheHeadersOfEveryPage(String path) {
		HttpResponse<String> answer = browser().get(path);

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=300, public");
		assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void givesTheThirteenSourceAttributesInTheOrderOfTheRule() {
		JsonNode document = document();

		assertThat(document.path("regulation").asString()).isEqualTo("45 CFR 170.315(b)(11)(iv)(A)");
		assertThat(document.path("sourceAttributes").valueStream().map((one) -> one.path("id").asString()))
			.containsExactly("bibliographic-citation", "developer", "funding", "release-and-revision", "race",
					"ethnicity", "language", "sexual-orientation", "gender-identity", "sex", "date-of-birth",
					"social-determinants", "health-status-assessments");
		assertThat(document.path("sourceAttributes").valueStream())
			.allSatisfy((one) -> assertThat(one.path("text").asString()).isNotBlank());
	}

	@Test
	void saysThatNoPhysicianHasReviewedIt() {
		assertThat(document().path("approvalDate").isNull()).isTrue();
		assertThat(document().path("reviewStatus").asString()).isEqualTo("No physician has reviewed the content yet.");
		assertThat(browser().get("/about").body()).contains("No physician has reviewed the content yet.");
	}

	@Test
	void citesEverySourceWithHowFarItWasRead() {
		assertThat(document().path("citations").valueStream()).hasSizeGreaterThan(90)
			.allSatisfy((one) -> assertThat(one.path("verification").asString()).isIn("read",
					"seen in a secondary copy", "not yet verified", "source document"));
	}

	@Test
	void saysWhichTableOfMedicinesItUses() {
		assertThat(document().path("clinicalDrugs").path("version").asString()).contains("RxNorm", "incomplete");
		assertThat(browser().get("/about").body()).contains("a table of 15,120 clinical drugs");
	}

	@Test
	void namesWhoseCodesItHolds() {
		assertThat(document().path("terminologies").valueStream().map((one) -> one.path("name").asString()))
			.containsExactly("LOINC", "SNOMED CT", "RxNorm", "ICD-10-CM", "UCUM", "ATC");
		assertThat(browser().get("/about").body()).contains("copyright © Regenstrief Institute, Inc.",
				"https://loinc.org/license/");
	}

	@Test
	void showsPeopleWhatItTellsPrograms() {
		String page = browser().get("/about").body();

		assertThat(page).contains(Stream.of(SourceAttribute.Kind.values())
			.map((kind) -> "data-source-attribute=\"" + kind.id() + "\"")
			.toArray(String[]::new));
		for (String list : List.of("knownLimits", "changes", "terminologies")) {
			assertThat(document().path(list)).as(list).isNotEmpty();
		}
		assertThat(page).contains("Content " + document().path("contentVersion").asString() + " of "
				+ document().path("contentDate").asString());
	}

	@Test
	void showsWhoRunsTheServerAndOnWhichTerms() {
		assertThat(browser().get("/about").body()).contains("This server is run by Test Hospital.",
				"href=\"https://hospital.example.org/privacy\"", "href=\"https://hospital.example.org/terms\"",
				"apps@hospital.example.org", "id=\"privacy\"", "id=\"terms\"");
	}

	private JsonNode document() {
		HttpResponse<String> answer = browser().get("/about/source-attributes.json");
		assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
		return JsonMapper.shared().readTree(answer.body());
	}

	private static String header(HttpResponse<String> answer, String name) {
		return answer.headers().firstValue(name).orElseThrow();
	}

}
