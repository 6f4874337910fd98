package org.twitchingreference.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.presentation.words.Texts;

/**
 * The causes without a card, with a line that counts them: those that a result or an
 * answer argues against; those for which something was not measured lately, an answer is
 * missing or a part was not read; and those that are on no list that was read, which does
 * not argue against them.
 */
public record CausesWithoutCard(List<CauseRow> against, List<CauseRow> unmeasured, List<CauseRow> ask,
		List<CauseRow> unread, List<CauseRow> notRecorded, String summary) {

	static CausesWithoutCard of(UnsupportedCauses others, NotKnown notKnown, Texts texts) {
		CausesWithoutCard rest = new CausesWithoutCard(others.against(), notKnown.unmeasured(), others.ask(),
				notKnown.unread(), others.notListed(), "");
		return new CausesWithoutCard(rest.against, rest.unmeasured, rest.ask, rest.unread, rest.notRecorded,
				rest.counted(texts));
	}

	/** "13 other causes: 4 not measured lately, 5 to ask, 4 not recorded". */
	private String counted(Texts texts) {
		Map<String, List<CauseRow>> kinds = new LinkedHashMap<>();
		kinds.put("against", this.against);
		kinds.put("unmeasured", this.unmeasured);
		kinds.put("ask", this.ask);
		kinds.put("unread", this.unread);
		kinds.put("not-recorded", this.notRecorded);
		String counts = kinds.entrySet()
			.stream()
			.filter((kind) -> !kind.getValue().isEmpty())
			.map((kind) -> texts.get("rest." + kind.getKey(), kind.getValue().size()))
			.collect(Collectors.joining(", "));
		return texts.get("rest.count", all().size() + this.ask.size(), counts);
	}

	public boolean isEmpty() {
		return all().isEmpty() && this.ask.isEmpty();
	}

	/** All but those to be asked about. */
	public List<CauseRow> all() {
		return Stream.of(this.against, this.unmeasured, this.unread, this.notRecorded)
			.flatMap((causes) -> causes.stream())
			.toList();
	}

}
