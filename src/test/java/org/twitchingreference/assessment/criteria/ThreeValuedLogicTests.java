package org.twitchingreference.assessment.criteria;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.facts.Said;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class ThreeValuedLogicTests {

	@ParameterizedTest
	@CsvSource({ "HOLDS HOLDS, HOLDS", "HOLDS FAILS, FAILS", "HOLDS OPEN, OPEN", "HOLDS ASK, ASK", "FAILS FAILS, FAILS",
			"FAILS OPEN, FAILS", "FAILS ASK, FAILS", "OPEN OPEN, OPEN", "OPEN ASK, ASK", "ASK ASK, ASK" })
	void allHoldWhenEachDoes(String given, Truth expected) {
		assertThat(ThreeValuedLogic.all(outcomes(given)).truth()).isEqualTo(expected);
		assertThat(ThreeValuedLogic.all(reversed(given)).truth()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "HOLDS HOLDS, HOLDS", "HOLDS FAILS, HOLDS", "HOLDS OPEN, HOLDS", "HOLDS ASK, HOLDS",
			"FAILS FAILS, FAILS", "FAILS OPEN, OPEN", "FAILS ASK, ASK", "OPEN OPEN, OPEN", "OPEN ASK, ASK",
			"ASK ASK, ASK" })
	void anyHoldsWhenOneDoes(String given, Truth expected) {
		assertThat(ThreeValuedLogic.any(outcomes(given)).truth()).isEqualTo(expected);
		assertThat(ThreeValuedLogic.any(reversed(given)).truth()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "HOLDS HOLDS FAILS, HOLDS", "HOLDS FAILS FAILS, FAILS", "HOLDS OPEN FAILS, OPEN",
			"OPEN FAILS FAILS, FAILS", "HOLDS HOLDS OPEN, HOLDS", "OPEN OPEN FAILS, OPEN", "HOLDS ASK FAILS, ASK" })
	void twoOfThreeHoldAsSoonAsTwoDo(String given, Truth expected) {
		assertThat(ThreeValuedLogic.atLeast(2, outcomes(given)).truth()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "HOLDS, FAILS", "FAILS, HOLDS", "OPEN, OPEN", "ASK, ASK" })
	void notTurnsOnlyWhatIsDecided(Truth given, Truth expected) {
		assertThat(ThreeValuedLogic.not(outcome(given), "").truth()).isEqualTo(expected);
	}

	@Test
	void allOfNothingHolds() {
		assertThat(ThreeValuedLogic.all(List.of()).truth()).isEqualTo(Truth.HOLDS);
	}

	@Test
	void askingDoesNotReplaceReading() {
		Outcome notRead = Outcome.open(Doubt.NOT_READ, List.of(), Gap.of("what", ResultReason.NEVER_MEASURED.reason()));

		assertThat(ThreeValuedLogic.any(List.of(notRead, Outcome.ask(List.of(), List.of(stated("?"))))).truth())
			.isEqualTo(Truth.OPEN);
		assertThat(ThreeValuedLogic.any(List.of(notRead, Outcome.ask(List.of(), List.of(stated("?"))))).doubt())
			.isEqualTo(Doubt.NOT_READ);
	}

	@Test
	void whatFailsAloneIsTheReason() {
		Outcome failed = Outcome.fails(List.of(), stated("normal"));

		assertThat(ThreeValuedLogic.all(List.of(outcome(Truth.HOLDS), failed, outcome(Truth.OPEN)))).isEqualTo(failed);
	}

	@Test
	void whatHoldsTogetherTakesTheHigherUrgencyAndStrength() {
		Outcome weak = Outcome.holds(Optional.of(Strength.WEAK), Urgency.URGENT, List.of(), List.of(stated("one")));
		Outcome strong = Outcome.holds(Optional.of(Strength.STRONG), Urgency.SOON, List.of(), List.of(stated("two")));

		Outcome both = ThreeValuedLogic.any(List.of(weak, strong));

		assertThat(both.strength()).contains(Strength.STRONG);
		assertThat(both.urgency()).isEqualTo(Urgency.URGENT);
		assertThat(both.reasons()).containsExactly(stated("one"), stated("two"));
	}

	@Test
	void keepsReasonsOfDifferentCodesThatAreSaidInTheSameWords() {
		Reason stated = stated("Potassium");
		Reason named = CommonReason.NAMED.reason("Potassium");

		Outcome both = ThreeValuedLogic
			.any(List.of(Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), List.of(stated)),
					Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), List.of(named, stated))));

		assertThat(Said.of(stated)).isEqualTo(Said.of(named));
		assertThat(both.reasons()).containsExactly(stated, named);
	}

	private static Reason stated(String words) {
		return CommonReason.STATED_BY_KNOWLEDGE.reason(words, List.of());
	}

	private static List<Outcome> outcomes(String truths) {
		return Stream.of(truths.split(" ")).map(Truth::valueOf).map(ThreeValuedLogicTests::outcome).toList();
	}

	private static List<Outcome> reversed(String truths) {
		List<Outcome> outcomes = outcomes(truths);
		return List.of(outcomes.get(1), outcomes.get(0));
	}

	private static Outcome outcome(Truth truth) {
		return switch (truth) {
			case HOLDS -> Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), List.of());
			case FAILS -> Outcome.FAILS;
			case OPEN -> Outcome.open(Doubt.UNDECIDED, List.of(), Gap.of("what", ResultReason.NEVER_MEASURED.reason()));
			case ASK -> Outcome.ask(List.of(), List.of(stated("?")));
		};
	}

}
