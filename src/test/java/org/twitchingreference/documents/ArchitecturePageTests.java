package org.twitchingreference.documents;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.TwitchingReference;

import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** ARCHITECTURE.md is one page, and its table is that of the code. */
class ArchitecturePageTests {

	private static final Document PAGE = Document.read(Path.of("ARCHITECTURE.md"));

	private static final String ROOT = TwitchingReference.class.getPackageName();

	private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)`([^|]*)\\|[^|]*\\|([^|]*)\\|");

	private static final Pattern NESTED = Pattern.compile("`(\\.[a-z.]+)`");

	private static final Collector<String, ?, Set<String>> SORTED = Collectors.toCollection(TreeSet::new);

	@Test
	void isOnePage() {
		assertThat(PAGE.lines()).hasSizeLessThan(100);
	}

	@Test
	void namesWhatEachModuleMayUse() {
		Map<String, Set<String>> declared = new TreeMap<>();
		modules().forEach((module) -> declared.put(module, allowed(module)));

		assertThat(new TreeMap<>(table())).isEqualTo(declared);
	}

	@Test
	void putsEachModuleBelowThoseThatItUses() {
		List<String> order = List.copyOf(table().keySet());

		assertThat(table()).allSatisfy((module, used) -> assertThat(used)
			.allSatisfy((other) -> assertThat(order.indexOf(other)).isNotNegative().isLessThan(order.indexOf(module))));
	}

	@Test
	void namesEveryPackageWithinAModule() {
		Set<String> named = rows()
			.flatMap((row) -> NESTED.matcher(row.group(2)).results().map((nested) -> row.group(1) + nested.group(1)))
			.collect(SORTED);

		assertThat(named).isEqualTo(packages().filter((name) -> name.contains(".")).collect(SORTED));
	}

	private static Map<String, Set<String>> table() {
		Map<String, Set<String>> table = new LinkedHashMap<>();
		rows().forEach((row) -> table.put(row.group(1),
				Stream.of(row.group(3).strip().split(", ")).filter((name) -> !name.isEmpty()).collect(SORTED)));
		return table;
	}

	private static Stream<MatchResult> rows() {
		return PAGE.prose().flatMap((line) -> ROW.matcher(line.text()).results());
	}

	private static Stream<String> modules() {
		return packages().filter((name) -> !name.contains("."));
	}

	private static Set<String> allowed(String module) {
		ApplicationModule declared = Objects
			.requireNonNull(ClassUtils.resolveClassName(ROOT + "." + module + ".package-info", null)
				.getAnnotation(ApplicationModule.class));
		return Stream.of(declared.allowedDependencies()).map((name) -> name.replaceFirst(" ::.*", "")).collect(SORTED);
	}

	/** Below the root, as "launch.web". */
	private static Stream<String> packages() {
		Path root = Path.of("src", "main", "java").resolve(ROOT.replace('.', '/'));
		return Document.files(root)
			.filter((file) -> file.endsWith("package-info.java"))
			.map((file) -> root.relativize(file.resolveSibling("")).toString().replace('/', '.'))
			.filter((name) -> !name.isEmpty());
	}

}
