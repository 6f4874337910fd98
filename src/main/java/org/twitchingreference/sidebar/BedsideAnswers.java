package org.twitchingreference.sidebar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.presentation.AssessedChart;

/**
 * Assesses a chart that was read once more, with the answers given at the sidebar in
 * place of earlier ones to the same questions. The EHR is not asked.
 */
final class BedsideAnswers implements BiFunction<AssessedChart, BedsideRecord, AssessedChart> {

	/** Stands where a chart has the reference of a response; no EHR has such an id. */
	private static final String HERE = "#answered-here";

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	private final BedsideQuestionnaire bedside;

	private final ZoneId zone;

	BedsideAnswers(BiFunction<Chart, LocalDate, Assessment> assessor, BedsideQuestionnaire bedside, ZoneId zone) {
		this.assessor = assessor;
		this.bedside = bedside;
		this.zone = zone;
	}

	@Override
	public AssessedChart apply(AssessedChart read, BedsideRecord record) {
		if (record.answers().isEmpty()) {
			return read;
		}
		Chart answered = read.chart().answered(this.bedside.questionnaire(), answers(record.answers()));
		LocalDate asOf = read.assessment().asOf();
		return new AssessedChart(answered, this.assessor.apply(answered, asOf), read.readAt());
	}

	private List<Answer> answers(Map<String, GivenAnswer> given) {
		return this.bedside.questions()
			.stream()
			.flatMap((question) -> Optional.ofNullable(given.get(question.id()))
				.flatMap((answer) -> answer(question, answer))
				.stream())
			.toList();
	}

	private Optional<Answer> answer(Question question, GivenAnswer given) {
		LocalDate day = LocalDate.ofInstant(given.at(), this.zone);
		ChartTime at = new ChartTime(given.at(), given.at(), day, day);
		return value(question, given.code())
			.map((value) -> new Answer(HERE, this.bedside.questionnaire(), question.id(), value, Optional.of(at)));
	}

	private static Optional<Answer.Value> value(Question question, String code) {
		return switch (question.kind()) {
			case YES_NO -> Optional.of(new Answer.YesNo(code.equals("yes")));
			case CHOICE -> question.options()
				.stream()
				.filter((option) -> option.code().code().equals(code)).<Answer
						.Value>map((option) -> new Answer.Choice(option.code(), option.text()))
				.findFirst();
			case AMOUNT -> Optional.empty();
		};
	}

}
