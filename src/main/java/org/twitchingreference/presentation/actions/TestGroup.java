package org.twitchingreference.presentation.actions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Wording;

/** Suggested tests with the same reason as one suggestion, with all their sources. */
public record TestGroup(List<TestRow> tests, List<SourceRow> references, List<SourceRow> sources) {

	/** The tests in their order, those with the same reason and urgency together. */
	public static List<TestGroup> list(List<TestRow> tests) {
		Map<List<Object>, List<TestRow>> same = tests.stream()
			.collect(
					Collectors.groupingBy(
							(test) -> List.of(test.status(), test.reasons(), test.urgency(),
									test.evidence().isEmpty() ? "" : test.id()),
							LinkedHashMap::new, Collectors.toList()));
		return same.values().stream().map(TestGroup::of).toList();
	}

	private static TestGroup of(List<TestRow> tests) {
		return new TestGroup(List.copyOf(tests),
				tests.stream().map(TestRow::references).flatMap(Collection::stream).distinct().toList(),
				tests.stream().map((test) -> test.grounds().sources()).flatMap(Collection::stream).distinct().toList());
	}

	/** A mark if no source supports any of them; otherwise empty. */
	public String backing() {
		return this.tests.stream().anyMatch((test) -> test.backing().isEmpty()) ? "" : first().backing();
	}

	/** The first test, which represents what they have in common. */
	public TestRow first() {
		return this.tests.get(0);
	}

	/** The text of each, with the sources of all. */
	public List<Statement> statements() {
		return IntStream.range(0, first().statements().size())
			.mapToObj((at) -> new Statement(first().statements().get(at).text(),
					this.tests.stream()
						.filter((test) -> at < test.statements().size())
						.flatMap((test) -> test.statements().get(at).references().stream())
						.distinct()
						.toList()))
			.toList();
	}

	/** As one title: of all but the first as inside a sentence. */
	public List<String> titles() {
		return this.tests.stream()
			.map((test) -> test.equals(first()) ? test.title() : Wording.within(test.title()))
			.toList();
	}

}
