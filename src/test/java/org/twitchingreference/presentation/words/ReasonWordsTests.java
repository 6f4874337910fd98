package org.twitchingreference.presentation.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReasonWordsTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final ReasonWords words = new ReasonWords(this.messages);

	@Test
	void saysArgumentsInTheirPlaces() {
		add("measured", "{0} was {1} on {2}, see {3}");
		add("part.LABORATORY", "laboratory results");

		Reason reason = Reason.of(Sample.MEASURED, "Potassium", new BigDecimal("3.10"), LocalDate.of(2026, 11, 3),
				Part.LABORATORY);

		assertThat(this.words.of(reason)).isEqualTo("Potassium was 3.1 on 3 Nov 2026, see laboratory results");
	}

	@Test
	void saysReasonsWithinReasonsAndLetsWordsChooseTheirNumber() {
		add("several", "{0,choice,1#one entry|1<{0} entries}: {1}");
		add("plain", "plain");

		Reason reason = Reason.of(Sample.SEVERAL, 2, List.of("a", Reason.of(Sample.PLAIN)));

		assertThat(this.words.of(reason)).isEqualTo("2 entries: a, plain");
	}

	@Test
	void saysAddressesOnlyToPrograms() {
		add("several", "{1}");
		add("several.addressed", "{1} ({0})");
		add("plain", "plain");
		Reason reason = Reason.of(Sample.SEVERAL, "Observation/k", Reason.of(Sample.PLAIN));

		assertThat(this.words.of(reason)).isEqualTo("plain");
		assertThat(ReasonWords.withAddresses(this.messages).of(reason)).isEqualTo("plain (Observation/k)");
	}

	@Test
	void namesArgumentsAndWantsAllOfThem() {
		assertThat(Reason.of(Sample.SEVERAL, 2, "a").argumentsByName()).containsEntry("count", 2)
			.containsEntry("what", "a");
		assertThatIllegalArgumentException().isThrownBy(() -> Reason.of(Sample.SEVERAL, 2))
			.withMessageContaining("count, what");
	}

	private void add(String code, String words) {
		this.messages.addMessage("reason." + code, Locale.ENGLISH, words);
	}

	enum Sample implements ReasonCode {

		PLAIN(), SEVERAL("count", "what"), MEASURED("analyte", "value", "day", "part");

		@SuppressWarnings("ImmutableEnumChecker")
		private final List<String> parameters;

		Sample(String... parameters) {
			this.parameters = List.of(parameters);
		}

		@Override
		public List<String> parameters() {
			return this.parameters;
		}

	}

}
