package org.twitchingreference.assessment.tests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Activity.EntryMatcher;

/**
 * Which tests are ordered already: by an active order that is recent enough and was
 * placed after the last result; an older one was carried out.
 */
final class TestOrders {

	private final List<Order> orders;

	private final LocalDate asOf;

	TestOrders(List<Order> orders, LocalDate asOf) {
		this.orders = orders;
		this.asOf = asOf;
	}

	/** Takes the times of the newest results that the test gave. */
	TestCompletion of(Activity test, List<ChartTime> results) {
		return test.orders().map((matcher) -> of(test, matcher, results)).orElse(TestCompletion.NOTHING);
	}

	private TestCompletion of(Activity test, EntryMatcher matcher, List<ChartTime> results) {
		List<Order> standing = new ArrayList<>();
		List<Reason> notes = new ArrayList<>();
		boolean all = true;
		for (CodeSet codes : matcher.codes()) {
			List<Order> placed = this.orders.stream()
				.filter((order) -> matcher.matches(codes, order.codes(), order.name()))
				.toList();
			Optional<Order> order = placed.stream().filter((one) -> stands(one, matcher, results)).findFirst();
			order.ifPresentOrElse(standing::add,
					() -> placed.forEach((one) -> note(name(one, test), one, matcher, results).ifPresent(notes::add)));
			all &= order.isPresent();
		}
		return all ? new TestCompletion(standing.stream()
			.distinct()
			.map((order) -> TestCompletion.evidence(order.reference(), name(order, test), order.time(), order.codes()))
			.toList(), List.of()) : new TestCompletion(List.of(), notes.stream().distinct().toList());
	}

	/**
	 * The names of active orders that could be for any test: no known code says what for,
	 * and they are neither too old nor carried out already.
	 */
	List<String> unrecognised(Activity test, List<ChartTime> results) {
		return test.orders()
			.map((matcher) -> this.orders.stream()
				.filter((order) -> order.state() == State.ACTIVE && !EntryMatcher.isCoded(order.codes())
						&& matcher.codes()
							.stream()
							.noneMatch((set) -> matcher.matches(set, order.codes(), order.name())))
				.filter((order) -> order.time().map((time) -> mayStand(time, matcher, results)).orElse(true))
				.map(Order::name)
				.distinct()
				.toList())
			.orElse(List.of());
	}

	private boolean mayStand(ChartTime time, EntryMatcher matcher, List<ChartTime> results) {
		return !time.lastDay().isBefore(from(matcher)) && results.stream().noneMatch((result) -> time.isBefore(result));
	}

	private boolean stands(Order order, EntryMatcher matcher, List<ChartTime> results) {
		return order.state() == State.ACTIVE && order.time()
			.filter((time) -> !time.firstDay().isBefore(from(matcher))
					&& results.stream().allMatch((result) -> result.isBefore(time)))
			.isPresent();
	}

	private static String name(Order order, Activity test) {
		return BareCode.named(order.name(), order.codes(), test.title());
	}

	private LocalDate from(EntryMatcher matcher) {
		return this.asOf.minusDays(matcher.withinDays());
	}

	/** Why an existing order does not count; empty if it was carried out. */
	private Optional<Reason> note(String name, Order order, EntryMatcher matcher, List<ChartTime> results) {
		Reason what = AsWritten.dated(name, order.time());
		if (order.state() != State.ACTIVE) {
			return Optional.of(((order.state() == State.DRAFT) ? TestReason.ORDER_IS_DRAFT : TestReason.ORDER_ON_HOLD)
				.reason(what));
		}
		if (order.time().isEmpty()) {
			return Optional.of(TestReason.ORDER_UNDATED.reason(what));
		}
		ChartTime time = order.time().get();
		if (time.firstDay().isBefore(from(matcher))) {
			return results.stream().anyMatch((result) -> time.isBefore(result)) ? Optional.empty()
					: Optional.of(TestReason.ORDER_OLD.reason(what, matcher.withinDays()));
		}
		return results.stream().anyMatch((result) -> time.isBefore(result)) ? Optional.empty()
				: Optional.of(TestReason.ORDER_GAVE_RESULT.reason(what));
	}

}
