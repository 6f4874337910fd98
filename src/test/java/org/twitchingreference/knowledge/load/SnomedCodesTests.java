package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.Table;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The last digit of a SNOMED CT code is a check digit after Verhoeff. */
class SnomedCodesTests {

	private static final String SNOMED = "http://snomed.info/sct";

	/** Multiplication in the dihedral group of ten. */
	private static final String[] PRODUCT = { "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
			"5987604321", "6598710432", "7659821043", "8765932104", "9876543210" };

	/** What stands for a digit by its place from the right. */
	private static final String[] PLACE = { "0123456789", "1576283094", "5803796142", "8916043527", "9453126870",
			"4286573901", "2793806415", "7046913258" };

	@Test
	void isRightInEveryValueSet() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("fhir-resources/ValueSet"))) {
			Set<String> codes = files.map((file) -> new JsonMapper().readTree(Table.read(file)))
				.flatMap((set) -> set.at("/compose/include").valueStream())
				.filter((include) -> SNOMED.equals(include.path("system").asString("")))
				.flatMap((include) -> include.path("concept").valueStream())
				.map((concept) -> concept.required("code").stringValue())
				.collect(Collectors.toSet());

			assertThat(codes).hasSizeGreaterThan(700).allMatch(SnomedCodesTests::isRight);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "84114008", "48114007", "700379001", "15781000119106" })
	void tellsAMistypedCode(String code) {
		assertThat(isRight(code)).isFalse();
	}

	private static boolean isRight(String code) {
		char check = '0';
		for (int at = 0; at < code.length(); at++) {
			char digit = code.charAt(code.length() - 1 - at);
			check = PRODUCT[check - '0'].charAt(PLACE[at % 8].charAt(digit - '0') - '0');
		}
		return check == '0';
	}

}
