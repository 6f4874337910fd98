package org.twitchingreference.knowledge.orders;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * Which analytes a report may hold whose values cannot be read: those of its codes; and
 * for a laboratory's report without a code of LOINC or SNOMED CT those that its name
 * mentions, or any analyte, unless the name says that the report is of something else (a
 * culture). {@code any} are the codes of laboratory reports in general, {@code names} the
 * names of each analyte that laboratories measure, by its id. {@code results} identifies
 * single results by their name.
 */
public record LaboratoryReports(List<Panel> panels, CodeSet any, Map<String, List<String>> names, Set<String> other,
		Set<String> chemistry, ResultNames results) {

	/** The systems whose codes say what a report is about. */
	private static final Set<String> IDENTIFYING = Set.of("http://loinc.org", "http://snomed.info/sct");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	public LaboratoryReports {
		panels = List.copyOf(panels);
		names = Map.copyOf(names);
		other = Set.copyOf(other);
		chemistry = Set.copyOf(chemistry);
	}

	/**
	 * The ids of the analytes that a report with these codes and this name may hold,
	 * besides those whose own codes are among them.
	 */
	public Set<String> mayHold(List<Code> codes, String name) {
		Set<String> held = inPanels(codes);
		boolean identified = codes.stream()
			.anyMatch((code) -> IDENTIFYING.contains(code.system()) && !this.any.contains(code));
		if (!identified && this.any.containsAny(codes)) {
			held.addAll(named(words(name)));
		}
		return held;
	}

	/** The ids of the analytes in the panels that have one of these codes. */
	public Set<String> inPanels(List<Code> codes) {
		Set<String> held = new HashSet<>();
		this.panels.stream()
			.filter((panel) -> panel.codes().containsAny(codes))
			.forEach((panel) -> held.addAll(panel.analytes()));
		return held;
	}

	/** The words of a name in lower case, each between blanks. */
	public static String words(String name) {
		return " " + NO_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
	}

	private Set<String> named(String words) {
		Set<String> named = this.names.entrySet()
			.stream()
			.filter((analyte) -> mentions(words, analyte.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		boolean any = mentions(words, this.chemistry) || !(mentions(words, this.other) || !named.isEmpty());
		return any ? this.names.keySet() : named;
	}

	private static boolean mentions(String words, Collection<String> any) {
		return any.stream().anyMatch((word) -> words.contains(" " + word + " "));
	}

	/** The codes of a panel, and the ids of the analytes that it may hold. */
	public record Panel(CodeSet codes, Set<String> analytes) {

		public Panel {
			analytes = Set.copyOf(analytes);
		}

	}

}
