package org.twitchingreference.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClinicalDrugsTests {

	@Test
	void findsADrugByItsNumber() {
		ClinicalDrugs drugs = read("# remark\n\n12\toral\t1,2\n345\t\t2\n");

		assertThat(drugs.size()).isEqualTo(2);
		assertThat(drugs.get("12")).contains(new ClinicalDrugs.Drug(List.of("1", "2"), "oral"));
		assertThat(drugs.get("345")).contains(new ClinicalDrugs.Drug(List.of("2"), ""));
	}

	@ParameterizedTest
	@CsvSource({ "''", "13", "0", "-12", "1 2", "+12", "999999999", "99999999999999999999", "twelve" })
	void findsNothingForAnythingElse(String code) {
		assertThat(read("12\toral\t1\n").get(code)).isEmpty();
	}

	@Test
	void growsWithTheTable() {
		StringBuilder table = new StringBuilder();
		for (int code = 1; code <= 5000; code++) {
			table.append(code).append("\toral\t").append(code % 7 + 1).append('\n');
		}
		ClinicalDrugs drugs = read(table.toString());

		assertThat(drugs.size()).isEqualTo(5000);
		assertThat(drugs.get("4999").orElseThrow().ingredients()).containsExactly("2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "12 oral 1;line 1 does not begin with", "x\\toral\\t1;line 1 does not begin with",
					"1234567890\\toral\\t1;line 1 does not begin with", "12;line 1 does not begin with",
					"12\\toral;line 1 is not: clinical drug", "12\\toral\\t;line 1 is not: clinical drug",
					"12\\toral\\t1,x;line 1 is not: clinical drug",
					"12\\toral\\t1\\n12\\toral\\t2;line 2 is not in the order",
					"# remark\\n13\\toral\\t1\\n12\\toral\\t2;line 3 is not in the order" })
	void saysWhichLineIsBroken(String table, String sentence) {
		String content = table.replace("\\t", "\t").replace("\\n", "\n");

		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> read(content))
			.withMessageStartingWith("table.tsv: " + sentence);
	}

	private static ClinicalDrugs read(String table) {
		return ClinicalDrugs.read("table.tsv", table.getBytes(StandardCharsets.US_ASCII));
	}

}
