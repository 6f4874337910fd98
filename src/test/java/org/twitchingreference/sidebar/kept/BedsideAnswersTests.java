package org.twitchingreference.sidebar.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.AssessedChart;

import static org.assertj.core.api.Assertions.assertThat;

class BedsideAnswersTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Instant NOW = Instant.parse("2026-11-22T18:04:00Z");

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final Assessor ASSESSOR = new Assessor(KNOWLEDGE);

	private final BedsideAnswers answers = new BedsideAnswers(ASSESSOR::assess, KNOWLEDGE.bedside(), ZoneOffset.UTC);

	@Test
	void changesNothingWhereNobodyAnswered() {
		AssessedChart read = read("1960-05-01", "");

		assertThat(this.answers.apply(read, BedsideRecord.EMPTY)).isSameAs(read);
	}

	@Test
	void raisesARedFlagAndTheUrgency() {
		Assessment assessment = assessed(read("1960-05-01", ""), Map.of("weakness", "yes"));

		assertThat(assessment.redFlags()).extracting(AlertFinding::id).contains("weakness");
		assertThat(assessment.urgency()).isNotEqualTo(Urgency.ROUTINE);
	}

	@Test
	void answersAQuestionWithAChoice() {
		assertThat(assessed(read("1960-05-01", ""), Map.of("persistence", "over-three-months")).redFlags())
			.extracting(AlertFinding::id)
			.contains("persistence");
		assertThat(assessed(read("1960-05-01", ""), Map.of("persistence", "under-four-weeks")).redFlags()).isEmpty();
	}

	@Test
	void decidesACauseThatIsOnlyToAsk() {
		AssessedChart read = read("1960-05-01", "");

		assertThat(verdict(read.assessment(), "overexertion")).isEqualTo(Verdict.ASK);
		assertThat(verdict(assessed(read, Map.of("exercise", "yes")), "overexertion")).isEqualTo(Verdict.MET);
		assertThat(verdict(assessed(read, Map.of("exercise", "no")), "overexertion")).isEqualTo(Verdict.NOT_MET);
	}

	@Test
	void takesThePlaceOfWhatTheChartAnsweredLater() {
		AssessedChart read = read("1960-05-01", """
				,{"resource": {"resourceType": "QuestionnaireResponse", "id": "q1", "status": "completed",
				"questionnaire": "http://twitchingreference.org/fhir/Questionnaire/bedside",
				"subject": {"reference": "Patient/p1"}, "authored": "2026-11-22T20:00:00Z",
				"item": [{"linkId": "exercise", "answer": [{"valueBoolean": true}]}]}}""");

		assertThat(verdict(read.assessment(), "overexertion")).isEqualTo(Verdict.MET);
		assertThat(verdict(assessed(read, Map.of("exercise", "no")), "overexertion")).isEqualTo(Verdict.NOT_MET);
	}

	@Test
	void ignoresAnswersToNoQuestion() {
		AssessedChart read = read("1960-05-01", "");

		assertThat(assessed(read, Map.of("nothing", "yes", "persistence", "nothing"))).isEqualTo(read.assessment());
	}

	private Assessment assessed(AssessedChart read, Map<String, String> given) {
		BedsideRecord record = BedsideRecord.EMPTY;
		for (Map.Entry<String, String> one : given.entrySet()) {
			record = record.answered(Map.of(one.getKey(), new GivenAnswer(one.getValue(), NOW)));
		}
		return this.answers.apply(read, record).assessment();
	}

	private static Verdict verdict(Assessment assessment, String cause) {
		return assessment.causes()
			.stream()
			.filter((one) -> one.id().equals(cause))
			.map(CauseFinding::verdict)
			.findFirst()
			.orElseThrow();
	}

	private static AssessedChart read(String born, String further) {
		Chart chart = BundleChart.from("""
				{"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Patient",
				"id": "p1", "gender": "female", "birthDate": "%s"}}%s]}""".formatted(born, further).getBytes());
		return new AssessedChart(chart, ASSESSOR.assess(chart, TODAY), TODAY.atTime(18, 0).atZone(ZoneOffset.UTC));
	}

}
