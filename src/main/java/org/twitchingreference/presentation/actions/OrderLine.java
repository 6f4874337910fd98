package org.twitchingreference.presentation.actions;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Ordering.Item;
import org.twitchingreference.presentation.words.Wording;

/**
 * One thing that is ordered with a test, how soon, and the ids of the suggested tests
 * whose panels measure it: if one of these is chosen, it is not ordered separately.
 */
public record OrderLine(Item item, Urgency urgency, List<String> within) {

	static List<OrderLine> list(TestFinding test, List<TestFinding> all) {
		List<Item> items = test.ordering().items().isEmpty() ? List.of(new Item(test.title(), Optional.empty(), ""))
				: test.ordering().items();
		return items.stream()
			.map((item) -> new OrderLine(item, test.urgency(),
					all.stream()
						.filter((other) -> other.status() == TestFinding.Status.SUGGESTED
								&& !other.id().equals(test.id()) && item.isIn(other.ordering().measured()))
						.map(TestFinding::id)
						.toList()))
			.toList();
	}

	/** Its name inside a sentence. */
	public String name() {
		return Wording.within(this.item.name());
	}

	/** Its code, by which the page distinguishes orders; its name if it has none. */
	public String key() {
		return this.item.code().map(Code::code).orElse(this.item.name());
	}

}
