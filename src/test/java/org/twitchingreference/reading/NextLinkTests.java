package org.twitchingreference.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NextLinkTests {

	@Test
	void isFoundBeforeAndBehindTheEntries() {
		String links = "\"link\":[{\"relation\":\"self\",\"url\":\"a\"},{\"relation\":\"next\",\"url\":\"b\"}]";
		String entries = "\"entry\":[{\"link\":[{\"relation\":\"next\",\"url\":\"c\"}]}]";

		assertThat(in("{" + links + "," + entries + "}")).contains("b");
		assertThat(in("{" + entries + "," + links + "}")).contains("b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"link\":7}", "{\"link\":[{\"relation\":\"next\"}]}",
			"{\"link\":[{\"relation\":\"self\",\"url\":\"a\"}]}", "{\"entry\":[{\"link\":[{\"relation\":\"next\"",
			"\u0000", "{\"link\":[{\"relation\":\"next\",\"url\":\"\"}]}" })
	void isAbsentWhereThereIsNone(String json) {
		assertThat(in(json)).isEmpty();
	}

	private static Optional<String> in(String json) {
		return NextLink.in(json.getBytes(StandardCharsets.UTF_8));
	}

}
