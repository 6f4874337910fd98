package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.knowledge.Table;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The last digit of a SNOMED CT code is a check digit after Verhoeff, that of a LOINC
 * code one after Luhn.
 */
class CheckDigitsTests {

	private static final String SNOMED = "http://snomed.info/sct";

	private static final String LOINC = "http://loinc.org";

	/** Multiplication in the dihedral group of ten. */
	private static final String[] PRODUCT = { "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
			"5987604321", "6598710432", "7659821043", "8765932104", "9876543210" };

	/** What stands for a digit by its place from the right. */
	private static final String[] PLACE = { "0123456789", "1576283094", "5803796142", "8916043527", "9453126870",
			"4286573901", "2793806415", "7046913258" };

	@Test
	void isRightInEveryValueSet() throws IOException {
		List<Written> codes = written();

		assertThat(codes).hasSizeGreaterThan(900);
		assertThat(codes.stream()
			.filter((code) -> !isRight(code))
			.map((code) -> code.file() + ": " + code.code() + " (" + code.display()
					+ ") has a wrong check digit, so it is mistyped: look it up and correct it"))
			.isEmpty();
	}

	private static List<Written> written() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("fhir-resources/ValueSet"))) {
			return files.sorted().flatMap(CheckDigitsTests::written).toList();
		}
	}

	private static Stream<Written> written(Path file) {
		return new JsonMapper().readTree(Table.read(file))
			.at("/compose/include")
			.valueStream()
			.flatMap((include) -> include.path("concept")
				.valueStream()
				.map((concept) -> new Written(file.getFileName().toString(), include.path("system").asString(""),
						concept.required("code").stringValue(), concept.path("display").asString(""))));
	}

	/** Codes of other systems have no check digit, nor have LOINC's own of answers. */
	private static boolean isRight(Written code) {
		return switch (code.system()) {
			case SNOMED -> isRight(code.code());
			case LOINC -> code.code().startsWith("L") || isLuhn(code.code());
			default -> true;
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "84114008", "48114007", "700379001", "15781000119106" })
	void tellsAMistypedCode(String code) {
		assertThat(isRight(code)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2823-3, true", "2823-8, false", "8223-3, false", "2823, false" })
	void tellsAMistypedCodeOfLoinc(String code, boolean right) {
		assertThat(isLuhn(code)).isEqualTo(right);
	}

	/** Every other digit counts twice, beginning with the one before the hyphen. */
	private static boolean isLuhn(String code) {
		if (!code.matches("\\d{1,7}-\\d")) {
			return false;
		}
		String digits = code.replace("-", "");
		int sum = 0;
		for (int place = 0; place < digits.length(); place++) {
			int counted = (digits.charAt(digits.length() - 1 - place) - '0') * (1 + place % 2);
			sum += counted / 10 + counted % 10;
		}
		return sum % 10 == 0;
	}

	private static boolean isRight(String code) {
		char check = '0';
		for (int at = 0; at < code.length(); at++) {
			char digit = code.charAt(code.length() - 1 - at);
			check = PRODUCT[check - '0'].charAt(PLACE[at % 8].charAt(digit - '0') - '0');
		}
		return check == '0';
	}

	private record Written(String file, String system, String code, String display) {

	}

}
