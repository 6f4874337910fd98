package org.twitchingreference.about;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.about.Description;

/**
 * The source attributes for programs, at /about/source-attributes.json. Its fields are
 * relied on from outside; {@code approvalDate} is null until a physician has approved.
 */
record SourceAttributesJson(String name, String regulation, String interventionType, String contentVersion,
		LocalDate contentDate, @Nullable LocalDate approvalDate, String reviewStatus, String intendedUse,
		String intendedUsers, List<AboutPage.Attribute> sourceAttributes, List<Citation> citations,
		List<String> knownLimits, MedicineCatalogue.Table clinicalDrugs, List<Description.Terminology> terminologies,
		List<Description.Change> changes) {

	private static final String REGULATION = "45 CFR 170.315(b)(11)(iv)(A)";

	static SourceAttributesJson of(AboutPage page, String name) {
		Description description = page.description();
		return new SourceAttributesJson(name, REGULATION, "evidence-based", page.contentVersion(), description.date(),
				description.approved().orElse(null), page.review(), description.purpose(), description.usage(),
				page.attributes(),
				page.sources()
					.stream()
					.map((row) -> new Citation(row.id(), row.text(), row.link(), row.state()))
					.toList(),
				description.limits(), page.drugs(), description.terminologies(), description.changes());
	}

	/** A source with its link ("" for none) and how far it was read. */
	record Citation(String id, String text, String link, String verification) {

	}

}
