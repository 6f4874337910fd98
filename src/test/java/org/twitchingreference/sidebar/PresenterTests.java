package org.twitchingreference.sidebar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class PresenterTests {

	private final Presenter presenter = new Presenter(Samples.texts());

	@Test
	void putsTheUrgentFirstAndRepeatsNoneOfItBelow() {
		Findings findings = view(Samples.reading()
			.with(Found.met("a", "Calcium", Urgency.URGENT, Strength.STRONG),
					Found.met("b", "Caffeine", Urgency.ROUTINE, Strength.WEAK))
			.flagged(Found.alert("weakness", "Weakness", Urgency.EMERGENCY), Found.alert("pain", "Pain", Urgency.SOON))
			.cautioned(Found.alert("child", "Child", Urgency.ROUTINE))).findings();

		assertThat(findings.urgent()).extracting(Card::title).containsExactly("Weakness", "Calcium");
		assertThat(findings.supported()).extracting(Card::title).containsExactly("Caffeine");
		assertThat(findings.supportedAbove()).containsExactly("Calcium");
		assertThat(findings.redFlags()).extracting(Card::title).containsExactly("Pain");
		assertThat(findings.cautions()).extracting(Card::title).containsExactly("Child");
	}

	@Test
	void showsContextOnlyAmongTheFoldedEvidence() {
		Card card = view(Samples.reading()
			.with(Found.met("a", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
					Found.result("Potassium", "3.1", "mmol/L", 3, "3.5-5.1 mmol/L (report)"),
					Found.entry("Furosemide", Contribution.CONTEXT, "matched by name"))))
			.findings()
			.supported()
			.get(0);

		assertThat(card.face()).extracting(EvidenceRow::what).containsExactly("Potassium");
		assertThat(card.why().evidence()).extracting(EvidenceRow::contribution).containsExactly("Supports", "Context");
	}

	@Test
	void putsAnEntryIntoWords() {
		Evidence potassium = Found.result("Potassium", "<3.1", "mEq/L", 0, "3.5-5.1 mEq/L (report)");
		Evidence furosemide = Found.entry("Furosemide", Contribution.SUPPORTS, "matched by name");
		Days days = new Days(Samples.texts(), Samples.TODAY);

		assertThat(EvidenceRow.of(potassium, days, Samples.texts())).isEqualTo(new EvidenceRow("Potassium",
				"<3.1 mEq/L", List.of("today, 22 Nov 2026", "range 3.5-5.1 mEq/L (report)"), "Supports"));
		assertThat(EvidenceRow.of(furosemide, days, Samples.texts()))
			.isEqualTo(new EvidenceRow("Furosemide", "", List.of("no date", "matched by name"), "Supports"));
	}

	@Test
	void saysIncompletePartsFirstAndNothingTwice() {
		List<GapRow> gaps = view(Samples.reading()
			.with(new Gap("Potassium", "never measured in this chart"), new Gap("Medications", "Ask for the scope."))
			.part(Part.MEDICATIONS, ReadOutcome.REFUSED, "Ask for the scope.")
			.part(Part.LABORATORY, ReadOutcome.OK, "", new PartRead.Unreadable("Observation/a", "No value."),
					new PartRead.Unreadable("Observation/b", "No value.")))
			.gaps();

		assertThat(gaps).containsExactly(
				new GapRow("part", "Laboratory results",
						List.of("Some entries were read but not understood.", "No value.")),
				new GapRow("part", "Medications", List.of("Ask for the scope.")),
				new GapRow("entry", "Potassium", List.of("never measured in this chart")));
	}

	@Test
	void namesTheCautionsThatTouchAnOption() {
		List<OptionRow> options = view(Samples.reading()
			.cautioned(Found.alert("gabapentin-dose", "Above its dose band", Urgency.SOON))
			.with(Found.option("gabapentin", "Gabapentin", Status.WITHHELD, "gabapentin-dose", "not-raised")))
			.options();

		assertThat(options).first().extracting(OptionRow::cautions).isEqualTo(List.of("Above its dose band"));
	}

	@Test
	void groupsSourcesByHowFarTheyWereVerified() {
		Source other = new Source("S43", "A test", "", Support.DOCUMENT);

		assertThat(SourceGroup.list(List.of(Found.UNVERIFIED, Found.DOCUMENT, other), Samples.texts())).containsExactly(
				new SourceGroup(List.of("S22", "S43"), "source document", "document"),
				new SourceGroup(List.of("C31"), "not yet verified", "not_verified"));
	}

	@Test
	void linksOnlyToWhatABrowserMaySafelyFollow() {
		assertThat(SourceRow.list(List.of(Found.READ, Found.UNVERIFIED), Samples.texts())).extracting(SourceRow::link)
			.containsExactly("https://example.org/potassium", "");
	}

	@Test
	void rendersABannerOnlyWhenAsked() {
		Reading reading = Samples.reading().build();

		assertThat(this.presenter.present(reading, true).banner())
			.containsExactly(new Banner("Martin Keller", List.of("74 years", "male")));
		assertThat(this.presenter.present(reading, false).banner()).isEmpty();
	}

	@Test
	void saysWhatTheBannerDoesNotKnow() {
		Person nobody = new Person("Patient/p1", "", Optional.empty(), Optional.empty());
		Person newborn = new Person("Patient/p1", "Ada", Optional.of(Found.day(Samples.TODAY)), Optional.empty());
		LocalDate today = Samples.TODAY;

		assertThat(Banner.of(nobody, today, Samples.texts()))
			.isEqualTo(new Banner("Name not in the chart", List.of("age not known")));
		assertThat(Banner.of(newborn, today, Samples.texts()).details()).containsExactly("under 1 year");
	}

	private SidebarView view(Samples samples) {
		return this.presenter.present(samples.build(), false);
	}

}
