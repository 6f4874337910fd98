package org.twitchingreference.presentation.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Ordering;
import org.twitchingreference.knowledge.orders.Ordering.Item;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class OrderSheetTests {

	private static final Texts TEXTS = Samples.texts();

	private static final Item POTASSIUM = item("Serum potassium", "k");

	private static final Item CALCIUM = item("Serum calcium", "ca");

	private static final Item ALBUMIN = item("Serum albumin", "alb");

	private static final Item PANEL = item("Basic metabolic panel", "bmp");

	private static final Ordering WHOLE_PANEL = new Ordering(List.of(PANEL),
			List.of(new CodeSet("potassium", "Potassium", Set.of(code("k")), Map.of()),
					new CodeSet("calcium", "Calcium", Set.of(code("ca")), Map.of())));

	@Test
	void choosesWhatIsMoreThanRoutineUnlessItMayBeDoneOrOrdered() {
		OrderSheet sheet = sheet(Samples.reading()
			.with(test("potassium", Urgency.ROUTINE, List.of(POTASSIUM)), test("ck", Urgency.SOON, List.of()),
					test("ecg", Urgency.URGENT, List.of(),
							TestReason.MAY_BE_ORDERED.reason(CommonReason.notRead(Part.ORDERS)))));

		assertThat(sheet.rows()).extracting(OrderRow::id).containsExactly("ecg", "ck", "potassium");
		assertThat(sheet.chosen()).containsExactly("ck");
		assertThat(sheet.rows().get(0).notes()).contains("may");
		assertThat(sheet.rows().get(0).why()).isEqualTo("Why ecg.");
	}

	@Test
	void givesAReasonOnceForAllTestsThatHaveIt() {
		OrderSheet sheet = sheet(Samples.reading()
			.with(because("calcium", Urgency.ROUTINE, "No recent result."),
					because("magnesium", Urgency.ROUTINE, "Lost by a medicine."),
					because("tsh", Urgency.ROUTINE, "No recent result."), because("ck", Urgency.SOON, "It was high.")));

		assertThat(sheet.runs()).extracting((run) -> run.stream().map(OrderRow::id).toList())
			.containsExactly(List.of("ck"), List.of("calcium", "tsh"), List.of("magnesium"));
	}

	@Test
	void ordersNothingBesideAPanelThatThePanelMeasures() {
		OrderSheet sheet = sheet(
				Samples.reading()
					.with(new TestFinding("panel", "Panel", TestFinding.Status.SUGGESTED, Urgency.ROUTINE, List.of(),
							List.of(), List.of(), WHOLE_PANEL),
							test("calcium", Urgency.ROUTINE, List.of(CALCIUM, ALBUMIN))));

		assertThat(sheet.orders(Set.of("panel", "calcium"))).extracting(OrderLine::item)
			.containsExactly(PANEL, ALBUMIN);
		assertThat(sheet.orders(Set.of("calcium"))).extracting(OrderLine::item).containsExactly(CALCIUM, ALBUMIN);
		assertThat(sheet.rows().get(1).lines()).extracting(OrderLine::within)
			.containsExactly(List.of("panel"), List.of());
		assertThat(sheet.orders(Set.of("nothing-suggested"))).isEmpty();
	}

	@Test
	void makesOneOrderOfATestAndThePanelThatMeasuresIt() {
		Ordering both = new Ordering(List.of(POTASSIUM), List.of()).and(WHOLE_PANEL);

		assertThat(both.items()).containsExactly(PANEL);
	}

	@Test
	void saysTheComplaintWithItsCodeAndTheValueThatDecides() {
		OrderSheet sheet = sheet(Samples.reading()
			.with(Found.met("low-potassium", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
					Found.result("Potassium", "3.1", "mmol/L", 3, Found.report("3.5", "5.1", "mmol/L"))))
			.with(test("potassium", Urgency.SOON, List.of(POTASSIUM)),
					test("calcium", Urgency.ROUTINE, List.of(CALCIUM, ALBUMIN))));

		assertThat(sheet.text(sheet.chosen(), TEXTS))
			.isEqualTo("Serum potassium. Indication: muscle twitching (R25.3), potassium 3.1 mmol/L on 19 Nov.");
		assertThat(sheet.text(Set.of("potassium", "calcium"), TEXTS))
			.startsWith("Serum potassium, serum calcium and serum albumin. ");
		assertThat(sheet.text(Set.of(), TEXTS)).isEqualTo("No test chosen.");
	}

	private static OrderSheet sheet(Samples samples) {
		return new Presenter(TEXTS).present(samples.build(), false).tests().orders();
	}

	private static TestFinding test(String id, Urgency urgency, List<Item> items, Reason... notes) {
		List<Reason> reasons = new ArrayList<>(CommonReason.stated("Why " + id));
		reasons.addAll(List.of(notes));
		return new TestFinding(id, id, TestFinding.Status.SUGGESTED, urgency, List.of(), reasons, List.of(),
				new Ordering(items, List.of()));
	}

	private static Item item(String name, String code) {
		return new Item(name, Optional.of(code(code)), name);
	}

	private static Code code(String code) {
		return new Code("http://loinc.org", code);
	}

	private static TestFinding because(String id, Urgency urgency, String why) {
		return new TestFinding(id, id, TestFinding.Status.SUGGESTED, urgency, List.of(), List.of(Found.stated(why)),
				List.of());
	}

}
