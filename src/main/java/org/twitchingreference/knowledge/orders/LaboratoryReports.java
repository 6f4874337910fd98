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
 * What a report may hold whose values cannot be read: what its code says; of a report of
 * the laboratory that no known code tells, what its name says, and anything where the
 * name does not say that it is of something else. The names are those of each analyte
 * that laboratories measure, by its id. Beside them, what a single result may be.
 */
public record LaboratoryReports(List<Panel> panels, CodeSet any, Map<String, List<String>> names, Set<String> other,
		Set<String> chemistry, ResultNames results) {

	/** The systems whose codes say what a report is of. */
	private static final Set<String> TELLING = Set.of("http://loinc.org", "http://snomed.info/sct");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	public LaboratoryReports {
		panels = List.copyOf(panels);
		names = Map.copyOf(names);
		other = Set.copyOf(other);
		chemistry = Set.copyOf(chemistry);
	}

	/** The analytes, by id, besides those that have one of the codes themselves. */
	public Set<String> held(List<Code> codes, String name) {
		Set<String> held = inPanels(codes);
		boolean told = codes.stream().anyMatch((code) -> TELLING.contains(code.system()) && !this.any.contains(code));
		if (!told && this.any.containsAny(codes)) {
			held.addAll(named(words(name)));
		}
		return held;
	}

	/** The analytes, by id, that the panels with one of these codes hold. */
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
			.filter((analyte) -> holds(words, analyte.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		boolean any = holds(words, this.chemistry) || !(holds(words, this.other) || !named.isEmpty());
		return any ? this.names.keySet() : named;
	}

	private static boolean holds(String words, Collection<String> any) {
		return any.stream().anyMatch((word) -> words.contains(" " + word + " "));
	}

	/** The codes of a panel, and the ids of the analytes that it may hold. */
	public record Panel(CodeSet codes, Set<String> analytes) {

		public Panel {
			analytes = Set.copyOf(analytes);
		}

	}

}
