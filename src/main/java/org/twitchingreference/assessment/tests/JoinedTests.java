package org.twitchingreference.assessment.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * Combines tests that are done together into one suggestion: of potassium and a metabolic
 * panel, potassium is suggested, with the panel, for the reasons of both.
 */
public final class JoinedTests {

	private JoinedTests() {
	}

	/** The findings of the tests, in their order. */
	public static List<TestFinding> joined(List<TestFinding> findings, List<Activity> tests) {
		Map<String, TestFinding> byId = new LinkedHashMap<>();
		findings.forEach((finding) -> byId.put(finding.id(), finding));
		tests.forEach((test) -> test.askedWith().forEach((lead) -> join(test.id(), lead, byId)));
		return List.copyOf(byId.values());
	}

	private static void join(String joinedId, String leadId, Map<String, TestFinding> byId) {
		TestFinding joined = byId.get(joinedId);
		TestFinding lead = byId.get(leadId);
		if (joined != null && lead != null && joined.status() == Status.SUGGESTED
				&& lead.status() == Status.SUGGESTED) {
			byId.put(leadId, with(lead, joined));
			byId.put(joinedId,
					new TestFinding(joined.id(), joined.title(), Status.NOT_NEEDED, Urgency.ROUTINE, List.of(),
							List.of(TestReason.ASKED_WITH.reason(lead.title())), joined.sources(), joined.ordering()));
		}
	}

	private static TestFinding with(TestFinding lead, TestFinding joined) {
		List<Reason> reasons = new ArrayList<>(lead.reasons());
		reasons.add(TestReason.TAKE_WITH.reason(joined.title()));
		reasons.addAll(joined.reasons());
		Set<Source> sources = new LinkedHashSet<>(lead.sources());
		sources.addAll(joined.sources());
		return new TestFinding(lead.id(), lead.title(), lead.status(), lead.urgency().or(joined.urgency()),
				lead.evidence(), reasons.stream().distinct().toList(), List.copyOf(sources),
				lead.ordering().and(joined.ordering()));
	}

}
