package org.twitchingreference.knowledge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemActive;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

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
		List<String> found = UnsupportedActions.of(KNOWLEDGE).lines().toList();
		List<String> listed = Table.read(UnsupportedActions.FILE).lines().toList();

		assertThat(found.stream().filter((line) -> !listed.contains(line)))
			.as("%s lacks these lines: run %s", UnsupportedActions.FILE, DerivedFiles.COMMAND)
			.isEmpty();
		assertThat(listed.stream().filter((line) -> !found.contains(line)))
			.as("%s has these lines, and they are not true any more: run %s", UnsupportedActions.FILE,
					DerivedFiles.COMMAND)
			.isEmpty();
	}

	@Test
	void countsWhatOnlyTheDocumentCallsADiseaseBehindItAsWeak() {
		assertThat(KNOWLEDGE.rules())
			.filteredOn((rule) -> List.of("multiple-sclerosis", "hemiplegic-migraine").contains(rule.id()))
			.hasSize(2)
			.allSatisfy((rule) -> {
				assertThat(rule.backing(rule.sources())).isEqualTo(Backing.DOCUMENT_ONLY);
				assertThat(((ProblemActive) rule.condition()).meaning().strength()).contains(Strength.WEAK);
			});
	}

	private static Source source(Support support) {
		return new Source("X1", "A source", "", support);
	}

}
