package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.twitchingreference.assessment.OptionFinding;

/** A management option, offered or visibly withheld, with the cautions that touch it. */
record OptionRow(String id, String status, boolean withheld, String title, String advice, List<String> reasons,
		List<String> cautions, List<SourceGroup> sources) {

	static OptionRow of(OptionFinding option, Map<String, String> cautionTitles, Texts texts) {
		List<String> cautions = option.cautions().stream().map(cautionTitles::get).filter(Objects::nonNull).toList();
		return new OptionRow(option.id(), Chip.style(option.status()), option.status() == OptionFinding.Status.WITHHELD,
				option.title(), option.advice(), option.reasons(), cautions, SourceGroup.list(option.sources(), texts));
	}

}
