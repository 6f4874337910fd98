package org.twitchingreference.sidebar.kept;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.presentation.AssessedChart;

/**
 * Assesses a kept chart again, with the answers given at the sidebar replacing earlier
 * ones to the same questions. The EHR is not asked.
 */
public final class BedsideAnswers implements BiFunction<AssessedChart, BedsideRecord, AssessedChart> {

	/**
	 * Stands where an answer from the chart has the reference of its
	 * QuestionnaireResponse.
	 */
	private static final String HERE = "QuestionnaireResponse/answered-here";

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	private final BedsideQuestionnaire bedside;

	private final ZoneId zone;

	public BedsideAnswers(BiFunction<Chart, LocalDate, Assessment> assessor, BedsideQuestionnaire bedside,
			ZoneId zone) {
		this.assessor = assessor;
		this.bedside = bedside;
		this.zone = zone;
	}

	@Override
	public AssessedChart apply(AssessedChart read, BedsideRecord record) {
		if (record.answers().isEmpty()) {
			return read;
		}
		LocalDate asOf = read.assessment().asOf();
		Chart answered = read.chart()
			.answered(this.bedside.questionnaire(), answers(record.answers(), read.chart().patient().ageOn(asOf)));
		return new AssessedChart(answered, this.assessor.apply(answered, asOf), read.readAt());
	}

	private List<Answer> answers(Map<String, GivenAnswer> given, OptionalInt age) {
		return this.bedside.questions()
			.stream()
			.flatMap((question) -> Optional.ofNullable(given.get(question.id()))
				.flatMap((answer) -> answer(question, answer, age))
				.stream())
			.toList();
	}

	private Optional<Answer> answer(Question question, GivenAnswer given, OptionalInt age) {
		LocalDate day = LocalDate.ofInstant(given.at(), this.zone);
		ChartTime at = new ChartTime(given.at(), given.at(), day, day);
		return value(question, given.code(), age)
			.map((value) -> new Answer(HERE, this.bedside.questionnaire(), question.id(), value, Optional.of(at)));
	}

	private static Optional<Answer.Value> value(Question question, String code, OptionalInt age) {
		if (!question.takes(code)) {
			return Optional.empty();
		}
		return switch (question.kind()) {
			case YES_NO -> Optional.of(new Answer.YesNo(code.equals(Question.YES)));
			case CHOICE -> question.options()
				.stream()
				.filter((option) -> option.code().code().equals(code)).<Answer
						.Value>map((option) -> new Answer.Choice(option.code(), option.text()))
				.findFirst();
			case AMOUNT -> question.form().limit(age).map((limit) -> amount(limit.above(), code.equals(Question.YES)));
		};
	}

	private static Answer.Value amount(Quantity limit, boolean above) {
		return new Answer.Amount(new ResultValue.Measured(limit.amount(),
				above ? Comparator.GREATER : Comparator.LESS_OR_EQUAL, new UnitText("", UnitText.UCUM, limit.unit())));
	}

}
