package org.twitchingreference.sidebar.kept;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Question.Kind;

/**
 * Turns the form of a button among the bedside questions into a change of the record;
 * empty if it names a question, answer or group that does not exist.
 */
public final class AnswerRequest {

	private final BedsideQuestionnaire bedside;

	private final Instant now;

	public AnswerRequest(BedsideQuestionnaire bedside, Instant now) {
		this.bedside = bedside;
		this.now = now;
	}

	/** The change named by the only known parameter of the form. */
	public Optional<UnaryOperator<BedsideRecord>> change(Map<String, String> form) {
		Map<String, Function<String, Optional<UnaryOperator<BedsideRecord>>>> known = Map.of("answer", this::answer,
				"undo", this::undo, "none", this::none, "change", this::takeBack);
		List<String> named = known.keySet().stream().filter(form::containsKey).toList();
		return (named.size() != 1) ? Optional.empty() : Optional.ofNullable(known.get(named.get(0)))
			.flatMap((change) -> change.apply(form.getOrDefault(named.get(0), "")));
	}

	/** "weakness:yes", replacing an earlier answer to that question. */
	private Optional<UnaryOperator<BedsideRecord>> answer(String given) {
		int colon = given.indexOf(':');
		String code = given.substring(colon + 1);
		return questions().filter((question) -> colon > 0 && question.id().equals(given.substring(0, colon)))
			.filter((question) -> question.takes(code))
			.findFirst()
			.map((question) -> (record) -> record.answered(Map.of(question.id(), new GivenAnswer(code, this.now))));
	}

	/** Removes the answer, as if nobody had asked the question. */
	private Optional<UnaryOperator<BedsideRecord>> undo(String id) {
		return questions().filter((question) -> question.id().equals(id))
			.findFirst()
			.map((question) -> (record) -> record.unanswered(List.of(question.id())));
	}

	/** A no to each question of the group that is shown and was not answered. */
	private Optional<UnaryOperator<BedsideRecord>> none(String group) {
		return group(group).map((questions) -> (record) -> record.answered(denied(questions, record)));
	}

	/** Takes back the denials in the group; if there are none, all answers. */
	private Optional<UnaryOperator<BedsideRecord>> takeBack(String group) {
		return group(group).map((questions) -> (record) -> {
			List<String> denied = questions.stream()
				.map(Question::id)
				.filter((id) -> is(record, id, Question.NO))
				.toList();
			return record.unanswered(denied.isEmpty() ? questions.stream().map(Question::id).toList() : denied);
		});
	}

	private Map<String, GivenAnswer> denied(List<Question> questions, BedsideRecord record) {
		Map<String, GivenAnswer> denied = new LinkedHashMap<>();
		questions.stream()
			.filter((question) -> question.kind() != Kind.CHOICE && !record.answers().containsKey(question.id()))
			.filter((question) -> question.form().after().map((after) -> is(record, after, Question.YES)).orElse(true))
			.forEach((question) -> denied.put(question.id(), new GivenAnswer(Question.NO, this.now)));
		return denied;
	}

	private static boolean is(BedsideRecord record, String id, String code) {
		return Optional.ofNullable(record.answers().get(id)).filter((given) -> given.code().equals(code)).isPresent();
	}

	private Optional<List<Question>> group(String id) {
		List<Question> all = questions().filter((question) -> question.form().group().id().equals(id)).toList();
		return Optional.of(all).filter((questions) -> !questions.isEmpty());
	}

	private Stream<Question> questions() {
		return this.bedside.questions().stream();
	}

}
