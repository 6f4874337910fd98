package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemActive;
import org.twitchingreference.knowledge.Source.Support;

import static org.assertj.core.api.Assertions.assertThat;

class BackingTests {

	private static final Knowledge KNOWLEDGE = KnowledgeConfiguration.knowledge();

	private static final Source DOCUMENT = source(Support.DOCUMENT);

	@Test
	void isSupportedByOneSourceThatWasRead() {
		assertThat(Backing.of(List.of(DOCUMENT, source(Support.VERIFIED)))).isEqualTo(Backing.SUPPORTED);
		assertThat(Backing.of(List.of(source(Support.VERIFIED_SECONDARY)))).isEqualTo(Backing.SUPPORTED);
	}

	@Test
	void isTheDocumentsClaimWhereNothingElseWasVerified() {
		assertThat(Backing.of(List.of(DOCUMENT, source(Support.NOT_VERIFIED)))).isEqualTo(Backing.DOCUMENT_ONLY);
		assertThat(Backing.of(List.of(source(Support.NOT_VERIFIED)))).isEqualTo(Backing.NOT_VERIFIED);
		assertThat(Backing.of(List.of())).isEqualTo(Backing.NOT_VERIFIED);
	}

	@Test
	void namesEveryActionThatNoVerifiedSourceBearsOut() {
		Map<String, Backing> rules = KNOWLEDGE.rules().stream().collect(Collectors.toMap(Rule::id, Rule::backing));
		Map<String, Source> sources = KNOWLEDGE.sources()
			.stream()
			.collect(Collectors.toMap(Source::id, Function.identity()));
		PublishedActions actions = new PublishedActions();
		Map<String, String> found = new TreeMap<>();
		actions.ids().forEach((action) -> {
			Backing backing = rules.getOrDefault(action,
					Backing.of(actions.sources(action).stream().map(sources::get).toList()));
			found.put(action, backing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		});
		found.values().removeIf("supported"::equals);

		assertThat(found).isEqualTo(
				Table.rows("backing.csv").stream().collect(Collectors.toMap((row) -> row.get(0), (row) -> row.get(1))));
	}

	@Test
	void countsWhatOnlyTheDocumentCallsADiseaseBehindItAsWeak() {
		assertThat(KNOWLEDGE.rules())
			.filteredOn((rule) -> List.of("multiple-sclerosis", "hemiplegic-migraine").contains(rule.id()))
			.hasSize(2)
			.allSatisfy((rule) -> {
				assertThat(rule.backing()).isEqualTo(Backing.DOCUMENT_ONLY);
				assertThat(((ProblemActive) rule.condition()).meaning().strength()).contains(Strength.WEAK);
			});
	}

	private static Source source(Support support) {
		return new Source("X1", "A source", "", support);
	}

}
