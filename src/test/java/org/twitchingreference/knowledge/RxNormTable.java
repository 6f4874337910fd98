package org.twitchingreference.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rebuilds the table of clinical drugs from the files of NLM's RxNorm Current
 * Prescribable Content (fhir-resources/README.md says how). It needs nothing but the JDK,
 * so that a site can run the source file as it is.
 */
public final class RxNormTable {

	/** The term types from the pack down to the ingredient; parts stand later. */
	private static final List<String> TYPES = List.of("BPCK", "GPCK", "SBD", "SCD", "SCDC", "PIN", "IN");

	private static final Set<String> DRUGS = Set.of("BPCK", "GPCK", "SBD", "SCD");

	private static final Set<String> INGREDIENTS = Set.of("PIN", "IN");

	/**
	 * Both directions of each: which term is part of which is told by the types, so the
	 * direction of the row does not matter.
	 */
	private static final Set<String> PART_OF = Set.of("consists_of", "constitutes", "has_ingredient", "ingredient_of",
			"has_precise_ingredient", "precise_ingredient_of", "tradename_of", "has_tradename", "contains",
			"contained_in", "form_of", "has_form");

	private static final Set<String> DOSE_FORM = Set.of("has_dose_form", "dose_form_of");

	/** The first that a dose form names decides: "Oral Cream" is taken by mouth. */
	private static final Map<String, String> ROUTES = routes();

	private final Map<String, String> types = new HashMap<>();

	private final Map<String, String> doseForms = new HashMap<>();

	private final Map<String, Set<String>> parts = new HashMap<>();

	private final Map<String, Set<String>> formsOf = new HashMap<>();

	private final Map<String, String> replacedBy = new HashMap<>();

	private final Set<String> known;

	private RxNormTable(Set<String> known) {
		this.known = known;
	}

	/** Writes the table for the folder of RRF files to the standard output. */
	public static void main(String[] arguments) {
		try {
			if (arguments.length != 1) {
				throw new IllegalArgumentException("Give the folder with RXNCONSO.RRF and RXNREL.RRF");
			}
			System.out.print(from(Path.of(arguments[0]), known(Path.of("fhir-resources", "ValueSet"))));
		}
		catch (IOException | IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
		}
	}

	/** The RxNorm codes that the value sets name. */
	static Set<String> known(Path valueSets) throws IOException {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.list(valueSets)) {
			for (Path file : files.sorted().toList()) {
				for (String include : Files.readString(file).split("\"system\": ", -1)) {
					if (include.startsWith("\"http://www.nlm.nih.gov/research/umls/rxnorm\"")) {
						Matcher code = Pattern.compile("\"code\": \"(\\d+)\"").matcher(include);
						code.results().forEach((match) -> codes.add(match.group(1)));
					}
				}
			}
		}
		return codes;
	}

	/** The table of the drugs that hold one of the known ingredients. */
	static String from(Path folder, Set<String> known) throws IOException {
		RxNormTable table = new RxNormTable(known);
		read(folder.resolve("RXNCONSO.RRF"), 18, table::term);
		read(folder.resolve("RXNREL.RRF"), 16, table::relation);
		Path changes = folder.resolve("RXNCUI.RRF");
		if (Files.exists(changes)) {
			read(changes, 5, table::change);
		}
		return table.lines(version(folder));
	}

	/**
	 * What the release calls itself. RXNSAB: versioned source 2, source 3; those of no
	 * source of RxNorm's own are of what it was made of.
	 */
	private static String version(Path folder) throws IOException {
		List<String> versions = new ArrayList<>();
		Path sources = folder.resolve("RXNSAB.RRF");
		if (Files.exists(sources)) {
			for (String line : Files.readAllLines(sources)) {
				String[] cells = line.split("\\|", -1);
				if (cells.length > 3 && "RXNORM".equals(cells[3])) {
					versions.add(cells[2]);
				}
			}
		}
		return versions.isEmpty() ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
				: versions.get(versions.size() - 1);
	}

	private static void read(Path file, int columns, Consumer<String[]> row) throws IOException {
		if (!Files.isReadable(file)) {
			throw new IllegalArgumentException("There is no file " + file);
		}
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			int number = 0;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				String[] cells = line.split("\\|", -1);
				if (cells.length != columns + 1 || !cells[0].matches("\\d{0,9}")) {
					throw new IllegalArgumentException(file.getFileName() + " line " + number
							+ " is not a row of RxNorm with " + columns + " columns");
				}
				row.accept(cells);
			}
		}
	}

	/** RXNCONSO: RXCUI 0, SAB 11, TTY 12, STR 14, SUPPRESS 16. */
	private void term(String[] cells) {
		if ("RXNORM".equals(cells[11]) && isCurrent(cells[16])) {
			if (TYPES.contains(cells[12])) {
				this.types.put(cells[0], cells[12]);
			}
			else if ("DF".equals(cells[12])) {
				this.doseForms.put(cells[0], cells[14]);
			}
		}
	}

	/** RXNREL: RXCUI1 0, RXCUI2 4, RELA 7, SAB 10, SUPPRESS 14. */
	private void relation(String[] cells) {
		if (!"RXNORM".equals(cells[10]) || !isCurrent(cells[14])) {
			return;
		}
		if (PART_OF.contains(cells[7])) {
			part(cells[0], cells[4]);
			part(cells[4], cells[0]);
		}
		else if (DOSE_FORM.contains(cells[7])) {
			doseForm(cells[0], cells[4]);
			doseForm(cells[4], cells[0]);
		}
	}

	private static boolean isCurrent(String suppress) {
		return suppress.isEmpty() || "N".equals(suppress);
	}

	private void part(String whole, String part) {
		int rank = TYPES.indexOf(this.types.getOrDefault(whole, ""));
		if (rank >= 0 && TYPES.indexOf(this.types.getOrDefault(part, "")) > rank) {
			this.parts.computeIfAbsent(whole, (key) -> new HashSet<>()).add(part);
		}
	}

	private void doseForm(String drug, String form) {
		if (this.types.containsKey(drug) && this.doseForms.containsKey(form)) {
			this.formsOf.computeIfAbsent(drug, (key) -> new HashSet<>())
				.add(route(this.doseForms.getOrDefault(form, "")));
		}
	}

	/** RXNCUI: retired RXCUI 0, how many took its place 3, RXCUI in its place 4. */
	private void change(String[] cells) {
		if ("1".equals(cells[3]) && !cells[0].equals(cells[4])) {
			this.replacedBy.put(cells[0], cells[4]);
		}
	}

	private String lines(String version) {
		Map<String, String> rows = new TreeMap<>(Comparator.comparingInt(Integer::parseInt));
		this.types.forEach((code, type) -> {
			if (DRUGS.contains(type)) {
				row(code).ifPresent((row) -> rows.put(code, row));
			}
		});
		Map<String, String> current = Map.copyOf(rows);
		this.replacedBy.keySet().forEach((code) -> {
			String row = current.get(replacement(code));
			if (row != null && !this.types.containsKey(code)) {
				rows.put(code, row);
			}
		});
		if (rows.isEmpty()) {
			throw new IllegalArgumentException("No drug in these files holds an ingredient of this reference");
		}
		return rows.entrySet()
			.stream()
			.map((row) -> row.getKey() + "\t" + row.getValue() + "\n")
			.collect(Collectors.joining("", """
					# RxNorm clinical drug (RxCUI), route word, RxNorm ingredients (RxCUI, comma-separated).
					# Version: %s
					# Rebuilt from RxNorm Current Prescribable Content. RxNorm: U.S. National Library of Medicine.
					""".formatted(version), ""));
	}

	/** The last in a chain of replacements. */
	private String replacement(String code) {
		Set<String> passed = new HashSet<>();
		String last = code;
		while (this.replacedBy.containsKey(last) && passed.add(last)) {
			last = this.replacedBy.getOrDefault(last, last);
		}
		return last;
	}

	private Optional<String> row(String drug) {
		Set<String> ingredients = new TreeSet<>(Comparator.comparingInt(Integer::parseInt));
		Set<String> routes = new TreeSet<>();
		collect(drug, ingredients, routes);
		ingredients.retainAll(this.known);
		String route = (routes.size() == 1) ? routes.iterator().next() : "";
		return ingredients.isEmpty() ? Optional.empty() : Optional.of(route + "\t" + String.join(",", ingredients));
	}

	private void collect(String term, Set<String> ingredients, Set<String> routes) {
		if (INGREDIENTS.contains(this.types.getOrDefault(term, ""))) {
			ingredients.add(term);
		}
		routes.addAll(this.formsOf.getOrDefault(term, Set.of()));
		this.parts.getOrDefault(term, Set.of()).forEach((part) -> collect(part, ingredients, routes));
	}

	private static String route(String doseForm) {
		return ROUTES.entrySet()
			.stream()
			.filter((route) -> doseForm.contains(route.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
	}

	private static Map<String, String> routes() {
		Map<String, String> routes = new LinkedHashMap<>();
		List.of("Ophthalmic", "Otic", "Nasal", "Vaginal", "Rectal", "Transdermal", "Topical")
			.forEach((word) -> routes.put(word, word.toLowerCase(Locale.ROOT)));
		List.of("Enema", "Suppository").forEach((word) -> routes.put(word, "rectal"));
		List.of("Buccal", "Sublingual", "Lozenge", "Chewing Gum")
			.forEach((word) -> routes.put(word, "oral-transmucosal"));
		List.of("Inhal").forEach((word) -> routes.put(word, "inhalation"));
		List.of("Inject", "Syringe", "Cartridge", "Implant", "Intra").forEach((word) -> routes.put(word, "parenteral"));
		List.of("Oral", "Tablet", "Capsule").forEach((word) -> routes.put(word, "oral"));
		List.of("Cream", "Ointment", "Lotion", "Shampoo", "Medicated Pad")
			.forEach((word) -> routes.put(word, "topical"));
		return routes;
	}

}
