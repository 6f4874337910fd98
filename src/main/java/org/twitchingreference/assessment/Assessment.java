package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.List;

import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.results.Trend;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Person;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Complaint;

/**
 * Everything the reference says about one chart on one day. Every cause of the knowledge
 * is listed, whatever its verdict; critical values, causes, red flags and cautions come
 * most urgent first, the questions about red flags before the others. The mentions are
 * the same on every chart, except for what it records of the family; the trends are those
 * of the analytes on which findings rest; the complaint is the reason that orders from
 * this chart give.
 */
public record Assessment(LocalDate asOf, String contentVersion, Person patient, Urgency urgency,
		List<CriticalFinding> critical, List<CauseFinding> causes, List<AlertFinding> redFlags, List<TestFinding> tests,
		List<OptionFinding> options, List<AlertFinding> cautions, List<Gap> gaps, List<QuestionFinding> questions,
		List<MentionFinding> mentions, List<Trend> trends, Complaint complaint) {

	public Assessment {
		critical = List.copyOf(critical);
		causes = List.copyOf(causes);
		redFlags = List.copyOf(redFlags);
		tests = List.copyOf(tests);
		options = List.copyOf(options);
		cautions = List.copyOf(cautions);
		gaps = List.copyOf(gaps);
		questions = List.copyOf(questions);
		mentions = List.copyOf(mentions);
		trends = List.copyOf(trends);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Assessment[" + this.asOf + "]";
	}

}
