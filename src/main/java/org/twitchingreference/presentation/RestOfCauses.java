package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The causes that neither stand out nor need an answer: those that a result or an answer
 * argues against, those for which something was not measured lately or not read, and
 * those on no list that was read, which does not argue against them.
 */
public record RestOfCauses(List<CauseRow> against, List<CauseRow> unmeasured, List<CauseRow> unread,
		List<CauseRow> notRecorded) {

	public boolean isEmpty() {
		return all().isEmpty();
	}

	public List<CauseRow> all() {
		return Stream.of(this.against, this.unmeasured, this.unread, this.notRecorded)
			.flatMap((causes) -> causes.stream())
			.toList();
	}

}
