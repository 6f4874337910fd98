package org.twitchingreference.assess.report;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.presentation.Bundle;
import org.twitchingreference.presentation.RangeWords;
import org.twitchingreference.presentation.ReasonWords;

import org.springframework.context.MessageSource;

/** The assessment in sentences that can be read aloud, without the patient's name. */
final class TextReport implements Report {

	private static final MessageSource MESSAGES = Bundle.messages();

	private final ReasonWords words = new ReasonWords(MESSAGES);

	private final boolean several;

	TextReport(boolean several) {
		this.several = several;
	}

	@Override
	public String of(Assessed assessed) {
		Assessment assessment = assessed.assessment();
		Page page = new Page();
		if (this.several) {
			page.paragraph("==== " + assessed.name());
		}
		head(page, assessment, assessed.chart());
		SourceText sources = new SourceText();
		EvidenceText evidence = new EvidenceText(assessment.asOf(), this.words, new RangeWords(MESSAGES));
		FindingsText findings = new FindingsText(page, assessment, sources, this.words, evidence);
		findings.urgency();
		findings.causes();
		findings.alerts();
		ActionsText actions = new ActionsText(page, assessment, sources, this.words);
		actions.tests();
		actions.options();
		OpenText open = new OpenText(page, assessment, sources, this.words, evidence);
		open.against();
		open.ask();
		open.notKnown();
		page.section("Sources of these statements");
		sources.all().forEach(page::item);
		return page + (this.several ? "\n" : "");
	}

	private static void head(Page page, Assessment assessment, Chart chart) {
		page.paragraph("Muscle Twitching Reference, content version " + assessment.contentVersion()
				+ ". No physician has reviewed this content.");
		page.paragraph("It lists what this chart says of known causes; it decides nothing"
				+ " and does not replace reading the chart.");
		page.paragraph("Patient: " + who(assessment) + ". Assessed as of " + Dates.words(assessment.asOf()) + ", chart "
				+ assessment.patient().reference() + ".");
		List<String> unread = chart.parts()
			.stream()
			.filter((part) -> !part.isComplete())
			.map(TextReport::words)
			.toList();
		if (!unread.isEmpty()) {
			page.paragraph("Attention: not all of the " + Sentences.list(unread)
					+ " could be read. What is not found below may still be in the chart.");
		}
	}

	private static String who(Assessment assessment) {
		Person patient = assessment.patient();
		String sex = patient.sex().filter((word) -> !word.equals("unknown")).orElse("sex not known");
		String age = patient.ageOn(assessment.asOf()).isEmpty() ? "age not known"
				: years(patient.ageOn(assessment.asOf()).getAsInt());
		return sex + ", " + age;
	}

	private static String years(int age) {
		return (age == 0) ? "under one year old" : age + ((age == 1) ? " year old" : " years old");
	}

	private static String words(PartRead part) {
		return switch (part.part()) {
			case PATIENT -> "patient record";
			case LABORATORY -> "laboratory results";
			case MEDICATIONS -> "medicines";
			case PROBLEMS -> "problems";
			case VITAL_SIGNS -> "body weights";
			case ORDERS -> "orders";
			case STUDIES -> "studies";
			case ALLERGIES -> "allergies";
			case SOCIAL_HISTORY -> "social history";
			case PREGNANCY -> "pregnancy status";
			case SCORES -> "questionnaire scores";
		};
	}

}
