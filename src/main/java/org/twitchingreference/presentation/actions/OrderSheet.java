package org.twitchingreference.presentation.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.knowledge.orders.Complaint;
import org.twitchingreference.knowledge.orders.Ordering.Item;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * The suggested tests as a choice, most urgent first, and the reason an order gives: the
 * complaint, and the deciding values or findings; with the names and number of those
 * preselected.
 */
public record OrderSheet(List<OrderRow> rows, Complaint complaint, String indication, String names, int count) {

	public OrderSheet {
		rows = List.copyOf(rows);
	}

	public static OrderSheet of(Assessment assessment, Days days, Texts texts) {
		List<TestFinding> suggested = assessment.tests()
			.stream()
			.filter((test) -> test.status() == TestFinding.Status.SUGGESTED)
			.sorted(Comparator.comparing(TestFinding::urgency).reversed())
			.toList();
		List<OrderRow> rows = together(
				suggested.stream().map((test) -> OrderRow.of(test, assessment.tests(), texts)).toList());
		OrderSheet sheet = new OrderSheet(rows, assessment.complaint(), Indication.of(assessment, days, texts), "", 0);
		List<OrderLine> first = sheet.orders(sheet.chosen());
		return new OrderSheet(rows, sheet.complaint, sheet.indication, names(first, texts), first.size());
	}

	/** The rows with those of the same urgency, reason and notes next to each other. */
	private static List<OrderRow> together(List<OrderRow> rows) {
		return rows.stream()
			.collect(Collectors.groupingBy((row) -> List.of(row.chips(), row.why(), row.notes()), LinkedHashMap::new,
					Collectors.toList()))
			.values()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	/** Neighbouring tests that are suggested for the same reason, together. */
	public List<List<OrderRow>> runs() {
		List<List<OrderRow>> runs = new ArrayList<>();
		for (OrderRow row : this.rows) {
			if (runs.isEmpty() || !runs.get(runs.size() - 1).get(0).isFor(row)) {
				runs.add(new ArrayList<>());
			}
			runs.get(runs.size() - 1).add(row);
		}
		return runs;
	}

	/** Those that are preselected. */
	public Set<String> chosen() {
		return this.rows.stream().filter(OrderRow::chosen).map(OrderRow::id).collect(Collectors.toUnmodifiableSet());
	}

	/** What is ordered if these tests are chosen, each once. */
	public List<OrderLine> orders(Set<String> chosen) {
		Map<Item, OrderLine> orders = new LinkedHashMap<>();
		this.rows.stream()
			.filter((row) -> chosen.contains(row.id()))
			.flatMap((row) -> row.lines().stream())
			.filter((line) -> line.within().stream().noneMatch(chosen::contains))
			.forEach((line) -> orders.putIfAbsent(line.item(), line));
		return List.copyOf(orders.values());
	}

	/** The text of the order if these tests are chosen. */
	public String text(Set<String> chosen, Texts texts) {
		List<OrderLine> orders = orders(chosen);
		return orders.isEmpty() ? texts.get("orders.none")
				: texts.get("orders.text", names(orders, texts), this.indication);
	}

	/** The names of the orders as they begin a sentence. */
	private static String names(List<OrderLine> orders, Texts texts) {
		return Wording.first(texts.list(orders.stream().map(OrderLine::name).toList()));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "OrderSheet[...]";
	}

}
