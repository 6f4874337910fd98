package org.twitchingreference.sandbox;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EhrPagesTests {

	@Test
	void listsThePatientsAsLinks() {
		String page = SandboxHttp.get("/").body();

		assertThat(page).contains("<a data-patient=\"low-potassium-diuretic\" href=\"/chart/low-potassium-diuretic\">")
			.contains("Albert James Wrenfield")
			.contains("Potassium 3.1 on a loop diuretic");
	}

	@Test
	void framesTheAppWithAnEhrLaunch() {
		URI sidebar = SandboxHttp.sidebar(SandboxHttp.get("/chart/known-ms").body());

		assertThat(sidebar.toString()).startsWith(SharedSandbox.APP + "/launch?iss=")
			.contains(SharedSandbox.base().getPort() + "%2Ffhir&launch=");
	}

	@Test
	void opensANewLaunchForEveryView() {
		URI first = SandboxHttp.sidebar(SandboxHttp.get("/chart/known-ms").body());
		URI second = SandboxHttp.sidebar(SandboxHttp.get("/chart/known-ms").body());

		assertThat(first).isNotEqualTo(second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "heart-failure-low-sodium", "empty-chart", "high-potassium", SharedSandbox.MANY })
	void showsAChartOfAnyShape(String patient) {
		assertThat(SandboxHttp.get("/chart/" + patient).status()).isEqualTo(200);
	}

	@Test
	void showsProblemsMedicinesAndResults() {
		assertThat(SandboxHttp.get("/chart/heart-failure-low-sodium").body()).contains("Heart failure",
				"Furosemide 40 MG Oral Tablet", "digoxin", "128 mmol/L");
	}

	@Test
	void saysWhichClientsItOffers() {
		SandboxHttp.Answer answer = SandboxHttp.get("/chart/known-ms?client=telepathic");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("public, symmetric, asymmetric, asymmetric-es384");
	}

	@Test
	void doesNotKnowEveryPatient() {
		assertThat(SandboxHttp.get("/chart/nobody").status()).isEqualTo(404);
	}

	@Test
	void opensALaunchForATestWithoutAPage() {
		assertThat(SharedSandbox.ehr().launch("known-ms", "symmetric").toString())
			.startsWith(SharedSandbox.APP + "/launch?iss=")
			.contains("%2Fsymmetric%2Ffhir&launch=");
	}

}
