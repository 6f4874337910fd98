package org.twitchingreference.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of clinical drugs (RxNorm) with their ingredients, held in sorted arrays and
 * found by binary search. Reading it delays the start, and a map of its fifteen thousand
 * rows took ten times as long.
 */
public final class ClinicalDrugs {

	/** How the remark begins that says what the table was made from. */
	public static final String VERSION = "# Version: ";

	/** More digits than any RxCUI has. */
	private static final int MOST_DIGITS = 9;

	private final String file;

	private final byte[] table;

	private final List<Drug> drugs = new ArrayList<>();

	private int[] codes = new int[1024];

	private int[] drugOf = new int[1024];

	private int size;

	private String version = "";

	private ClinicalDrugs(String file, byte[] table) {
		this.file = file;
		this.table = table;
	}

	/**
	 * Reads lines of clinical drug, route word (may be empty) and ingredients, separated
	 * by tabs and sorted by number; lines that begin with # are remarks, of which one may
	 * say what version it is.
	 */
	public static ClinicalDrugs read(String file, byte[] table) {
		ClinicalDrugs drugs = new ClinicalDrugs(file, table);
		Map<String, Integer> known = new HashMap<>();
		int line = 1;
		for (int start = 0; start < table.length; line++) {
			int end = drugs.endOfLine(start);
			if (end > start && table[start] == '#') {
				drugs.remark(new String(table, start, end - start, StandardCharsets.UTF_8));
			}
			else if (end > start) {
				drugs.add(start, end, line, known);
			}
			start = end + 1;
		}
		return drugs;
	}

	/** What the clinical drug with the RxCUI holds and how it is taken. */
	Optional<Drug> get(String code) {
		if (code.isEmpty() || code.length() > MOST_DIGITS
				|| !code.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return Optional.empty();
		}
		int at = Arrays.binarySearch(this.codes, 0, this.size, Integer.parseInt(code));
		return (at >= 0) ? Optional.of(this.drugs.get(this.drugOf[at])) : Optional.empty();
	}

	public int size() {
		return this.size;
	}

	/** What it was made from, as it says itself; empty where it does not. */
	public String version() {
		return this.version;
	}

	/** All ingredients that a drug holds. */
	Stream<String> ingredients() {
		return this.drugs.stream().flatMap((drug) -> drug.ingredients().stream());
	}

	private void remark(String line) {
		if (line.startsWith(VERSION)) {
			this.version = line.substring(VERSION.length()).strip();
		}
	}

	private int endOfLine(int start) {
		int end = start;
		while (end < this.table.length && this.table[end] != '\n') {
			end++;
		}
		return end;
	}

	private void add(int start, int end, int line, Map<String, Integer> known) {
		int tab = start;
		int code = 0;
		while (tab < end && this.table[tab] >= '0' && this.table[tab] <= '9' && tab - start < MOST_DIGITS) {
			code = 10 * code + this.table[tab] - '0';
			tab++;
		}
		if (tab == start || tab == end || this.table[tab] != '\t') {
			throw broken(line, "does not begin with the number of a clinical drug and a tab");
		}
		if (this.size > 0 && code <= this.codes[this.size - 1]) {
			throw broken(line, "is not in the order of the numbers");
		}
		String content = new String(this.table, tab + 1, end - tab - 1, StandardCharsets.US_ASCII);
		if (this.size == this.codes.length) {
			this.codes = Arrays.copyOf(this.codes, 2 * this.size);
			this.drugOf = Arrays.copyOf(this.drugOf, 2 * this.size);
		}
		this.codes[this.size] = code;
		this.drugOf[this.size] = known.computeIfAbsent(content, (key) -> intern(key, line));
		this.size++;
	}

	/** Clinical drugs with the same route and ingredients share one object. */
	private int intern(String content, int line) {
		String[] columns = content.split("\t", -1);
		if (columns.length != 2 || !columns[1].matches("\\d+(,\\d+)*")) {
			throw broken(line, "is not: clinical drug, route, ingredients");
		}
		this.drugs.add(new Drug(List.of(columns[1].split(",")), columns[0]));
		return this.drugs.size() - 1;
	}

	private KnowledgeException broken(int line, String what) {
		return new KnowledgeException(this.file, "line " + line + " " + what);
	}

	/** One clinical drug: its ingredients (RxNorm) and route word (empty if unknown). */
	record Drug(List<String> ingredients, String route) {

		Drug {
			ingredients = List.copyOf(ingredients);
		}

	}

}
