package org.twitchingreference.http.address;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicSuffixesTests {

	@ParameterizedTest
	@ValueSource(strings = { "com", "org", "uk", "co.uk", "nhs.uk", "k12.ma.us", "ck", "kawasaki.jp", "xn--p1ai",
			"github.io", "azurewebsites.net", "herokuapp.com", "amazonaws.com", "compute.amazonaws.com",
			"eu-west-1.compute.amazonaws.com", "internal", "local", "hospital" })
	void areSharedBelow(String domain) {
		assertThat(PublicSuffixes.isSharedBelow(domain)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.org", "ehr.example.org", "hospital.nhs.uk", "hospital.co.uk", "www.ck",
			"city.kawasaki.jp", "hospital.github.io", "hospital.internal", "cerner.com", "epic.com",
			"smarthealthit.org" })
	void areNotWhatSomebodyOwns(String domain) {
		assertThat(PublicSuffixes.isSharedBelow(domain)).isFalse();
	}

}
