package org.twitchingreference.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application at every EHR that the sandbox plays: the page is the same as at the
 * sandbox itself, or says what is missing.
 */
class SimulatedEhrTests {

	private static final String DIURETIC = "low-potassium-diuretic";

	/** What the others are compared with, by patient. */
	private static final Map<String, Page> sandbox = new ConcurrentHashMap<>();

	@ParameterizedTest
	@ValueSource(strings = { "epic", "oracle-health", "athenahealth", "meditech", "openemr", "smart-health-it",
			"medplum", "hapi", "busy", "expiring", "slow" })
	void showsTheSameAsAtTheSandboxItself(String ehr) {
		Map<String, Page> pages = openAtOnce(List.of(DIURETIC, "heart-failure-low-sodium"), ehr);

		assertThat(pages).hasSize(2).allSatisfy((patient, page) -> {
			assertThat(page.incompleteParts()).isEmpty();
			assertThat(shown(page)).isEqualTo(shown(atTheSandbox(patient)));
		});
	}

	/** The sandbox's own authorization server ends the first token after some answers. */
	@Test
	void renewsItsAccessInTheMiddleOfReading() {
		PlayedBrowser browser = new PlayedBrowser();
		Page shell = browser.open(RunningSystem.launch(DIURETIC, "expiring"));

		Page page = browser.assessment(shell);
		Page ledger = browser.open(shell.address().resolve("ledger"));

		assertThat(ledger.body()).contains("access renewed");
		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.verdicts()).containsEntry("low-potassium", "met");
		assertThat(browser.assessment(browser.open(shell.address())).verdicts()).isEqualTo(page.verdicts());
	}

	@ParameterizedTest
	@CsvSource({ "withheld, Problems", "gateway, Problems", "partial, Problems" })
	void saysWhatIsMissingAndShowsTheRest(String ehr, String part) {
		Page page = open(DIURETIC, ehr);

		assertThat(page.incompleteParts()).contains(part);
		assertThat(page.verdicts()).containsEntry("low-potassium", "met")
			.containsEntry("multiple-sclerosis", "unknown");
		assertThat(page.headline()).contains("ow potassium");
	}

	@Test
	void saysThatTheRestOfASearchWasForgotten() {
		Page page = open("heart-failure-low-sodium", "forgetful");

		assertThat(page.incompleteParts()).isNotEmpty();
		assertThat(page.causes("not-met")).isSubsetOf(atTheSandbox("heart-failure-low-sodium").causes("not-met"));
	}

	@Test
	void readsResultsThatOnlyReportsContain() {
		assertThat(shown(open(DIURETIC, "reporting"))).isEqualTo(shown(atTheSandbox(DIURETIC)));
	}

	@Test
	void usesNoResultThatIsWithdrawnWhileItIsRead() {
		Page page = open(DIURETIC, "withdrawing");

		assertThat(page.verdicts()).containsEntry("low-potassium", "unknown");
		assertThat(page.body()).doesNotContain("3.1 mmol/L");
	}

	@Test
	void asksNoBusyServerAgainThatWithholdsForAReason() {
		assertThat(open(DIURETIC, "withheld").body()).doesNotContain("try again")
			.contains("Restricted in the EHR (break the glass): the problem list.", "data-action=\"read-again\"");
	}

	@Test
	void believesNoneOfTheLies() {
		Page page = open(DIURETIC, "hostile");
		Page sound = atTheSandbox(DIURETIC);

		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).contains("Laboratory results", "Medications", "Problems");
		assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "Strangeways", "stranger.invalid")
			.hasSizeLessThan(sound.body().length() * 3);
		assertThat(page.causes("not-met")).isSubsetOf(sound.causes("not-met"));
		assertThat(page.causes("met")).isSubsetOf(sound.causes("met"));
	}

	private static Map<String, Object> shown(Page page) {
		return new TreeMap<>(Map.of("verdicts", page.verdicts(), "red flags", Set.copyOf(page.values("data-red-flag")),
				"cautions", Set.copyOf(page.values("data-caution")), "tests", page.tests("suggested"), "headline",
				page.headline()));
	}

	private static Page atTheSandbox(String patient) {
		return sandbox.computeIfAbsent(patient, (unused) -> open(patient, "public"));
	}

	/** Side by side, since some EHRs take seconds. */
	private static Map<String, Page> openAtOnce(List<String> patients, String ehr) {
		return patients.stream()
			.map((patient) -> Map.entry(patient, CompletableFuture.supplyAsync(() -> open(patient, ehr))))
			.toList()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (opening) -> opening.getValue().join()));
	}

	private static Page open(String patient, String client) {
		return new PlayedBrowser().openSidebar(RunningSystem.launch(patient, client));
	}

}
