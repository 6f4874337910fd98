package org.twitchingreference.presentation.actions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * The tests that are not suggested: each that is done or ordered with what shows it, then
 * the others, those with the same reason in one line.
 */
public record OtherTests(String summary, List<Line> lines) {

	static OtherTests of(List<TestFinding> tests, Days days, Texts texts) {
		List<Line> lines = Stream.of(Status.DONE, Status.ORDERED)
			.flatMap((status) -> tests.stream().filter((test) -> test.status() == status))
			.map((test) -> new Line(texts.of("test", test.status()), List.of(Mark.first(test)),
					shown(test, days, texts)))
			.toList();
		Map<Optional<Reason>, List<TestFinding>> notNeeded = tests.stream()
			.filter((test) -> test.status() == Status.NOT_NEEDED
					&& test.reasons().stream().noneMatch(OtherTests::isJoined))
			.collect(Collectors.groupingBy(OtherTests::whyNot, LinkedHashMap::new, Collectors.toList()));
		List<Line> others = notNeeded.entrySet()
			.stream()
			.map((same) -> new Line(texts.of("test", Status.NOT_NEEDED), Mark.list(same.getValue()),
					same.getKey().map(texts::of).map(Wording::within).orElse("")))
			.toList();
		return new OtherTests(summary(tests, texts), Stream.concat(lines.stream(), others.stream()).toList());
	}

	/** "1 done, 11 not suggested". */
	private static String summary(List<TestFinding> tests, Texts texts) {
		return Stream.of(Status.DONE, Status.ORDERED, Status.NOT_NEEDED)
			.map((status) -> Map.entry(status, tests.stream()
				.filter((test) -> test.status() == status && test.reasons().stream().noneMatch(OtherTests::isJoined))
				.count()))
			.filter((count) -> count.getValue() > 0)
			.map((count) -> texts.get("orders.count." + count.getKey(), count.getValue()))
			.collect(Collectors.joining(", "));
	}

	/** Why it is not suggested, if not simply because nothing calls for it. */
	private static Optional<Reason> whyNot(TestFinding test) {
		return test.reasons().stream().filter((reason) -> !reason.is(TestReason.ASKED_BY_NOTHING)).findFirst();
	}

	private static boolean isJoined(Reason reason) {
		return reason.is(TestReason.ASKED_WITH);
	}

	/** What shows that it is done or ordered: "sodium 139 mmol/L, 25 Nov". */
	private static String shown(TestFinding test, Days days, Texts texts) {
		return test.evidence().stream().findFirst().map((entry) -> shown(test, entry, days, texts)).orElse("");
	}

	private static String shown(TestFinding test, Evidence entry, Days days, Texts texts) {
		String what = Wording.spoken(entry.what());
		boolean named = what.equalsIgnoreCase(test.title());
		String value = (named ? "" : what) + " " + UnitWords.amount(entry.value(), entry.unit());
		return Stream
			.of(value.strip(), entry.time().map(days::brief).orElse(""), entry.remark().map(texts::of).orElse(""))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "OtherTests[...]";
	}

	/** Tests in one line: their status, and what shows it or why. */
	public record Line(String label, List<Mark> tests, String tail) {

	}

	/** A test as it is marked, with its title inside the line. */
	public record Mark(String id, String status, String title) {

		static List<Mark> list(List<TestFinding> tests) {
			return tests.stream().map(Mark::first).toList();
		}

		static Mark first(TestFinding test) {
			return new Mark(test.id(), Badge.style(test.status()).replace('_', '-'), Wording.within(test.title()));
		}

	}

}
