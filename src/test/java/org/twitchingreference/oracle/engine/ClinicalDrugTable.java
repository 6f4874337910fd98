package org.twitchingreference.oracle.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of clinical drugs, read once more. */
final class ClinicalDrugTable {

	private final Map<String, String[]> rows = new HashMap<>();

	ClinicalDrugTable() {
		ArtifactFiles.text(ArtifactFiles.ROOT.resolve("rxnorm/clinical-drug-ingredients.tsv"))
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split("\t"))
			.forEach((row) -> this.rows.put(row[0], row));
	}

	List<String> ingredients(String drug) {
		String[] row = this.rows.get(drug);
		return (row != null) ? Arrays.asList(row[2].split(",")) : List.of();
	}

	/** The route in one word, if the table knows one. */
	Optional<String> route(String drug) {
		return Optional.ofNullable(this.rows.get(drug)).map((row) -> row[1]).filter((word) -> !word.isBlank());
	}

}
