package org.twitchingreference.endtoend;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One answer of the EHR at a time goes wrong. In a quiet chart nothing that the lost
 * answer might have shown may be called normal; in a telling one the rest still tells.
 */
class ChartFaultTests {

	private static final String NOTHING_EXPLAINS = "Nothing in this chart explains the twitching";

	private static final InventedPatient QUIET = InventedPatient.quiet();

	private static final InventedPatient TELLING = InventedPatient.tellingAll();

	private static final BreakableEhr ehr = BreakableSystem.ehr();

	/** The causes that the chart argues against, whatever the answer to a request is. */
	private static final Map<ChartRequest, Set<String>> notMetWhatever = new EnumMap<>(ChartRequest.class);

	private static Page quiet = new Page(BreakableSystem.app(), 0, HttpHeaders.of(Map.of(), (name, value) -> true), "");

	@BeforeAll
	static void readSoundCharts() {
		ehr.admit(QUIET);
		ehr.admit(TELLING);
		quiet = BreakableSystem.sidebar(QUIET);
		for (ChartRequest request : ChartRequest.values()) {
			InventedPatient patient = InventedPatient.tellingIn(request);
			ehr.admit(patient);
			notMetWhatever.put(request, BreakableSystem.sidebar(patient).causes("not-met"));
		}
	}

	@AfterEach
	void heal() {
		ehr.heal();
	}

	@Test
	void findsNothingInTheQuietChart() {
		assertThat(quiet.isComplete()).isTrue();
		assertThat(quiet.headline()).isEqualTo(NOTHING_EXPLAINS);
		assertThat(quiet.incompleteParts()).isEmpty();
		assertThat(quiet.causes("not-met"))
			.containsAll(shown(Set.of(ChartRequest.OBSERVATION, ChartRequest.MEDICATION, ChartRequest.CONDITION)));
		assertThat(quiet.tests("done")).contains("potassium", "magnesium", "ionised-calcium", "tsh");
	}

	@Test
	void findsEverythingInTheTellingChart() {
		Page telling = BreakableSystem.sidebar(TELLING);

		assertThat(telling.causes("met")).containsAll(shown(Set.of(ChartRequest.values())));
		assertThat(telling.incompleteParts()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void callsNothingNormalThatWasNotReadAndShowsTheRest(ChartRequest request, ChartFault fault) {
		ehr.breakDown(request, fault, QUIET);
		ehr.breakDown(request, fault, TELLING);

		CompletableFuture<Page> one = CompletableFuture.supplyAsync(() -> BreakableSystem.sidebar(QUIET));
		Page told = BreakableSystem.sidebar(TELLING);
		Page page = one.join();

		assertSaysWhatIsMissing(page, request);
		assertSaysWhatIsMissing(told, request);
		assertThat(page.headline()).isNotEqualTo(NOTHING_EXPLAINS);
		assertThat(page.causes("not-met")).isSubsetOf(notMetWhatever.get(request));
		assertThat(page.causes("met")).isEmpty();
		assertThat(page.tests("done")).isSubsetOf(doneWithout(request, fault));
		assertThat(told.causes("met")).containsAll(shown(others(request)));
		assertThat(told.causes("not-met")).noneMatch(request.shows()::contains);
		assertThat(ehr.askedOutside()).isZero();
	}

	static Stream<Arguments> faults() {
		return Arrays.stream(ChartRequest.values())
			.flatMap((request) -> ChartFault.all()
				.stream()
				.filter((fault) -> fault.concerns(request))
				.map((fault) -> Arguments.of(request, fault)));
	}

	private static void assertSaysWhatIsMissing(Page page, ChartRequest request) {
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).containsExactly(request.part());
		assertThat(page.summary()).containsIgnoringCase(request.part());
		assertThat(page.body()).doesNotContain("stranger", "Stranger");
		assertThat(page.body() + page.headers()).doesNotContain("access-token");
	}

	private static Set<String> doneWithout(ChartRequest request, ChartFault fault) {
		return (request == ChartRequest.OBSERVATION && fault.leavesNothing()) ? Set.of() : quiet.tests("done");
	}

	private static Set<ChartRequest> others(ChartRequest request) {
		return Arrays.stream(ChartRequest.values())
			.filter((other) -> !request.takesAlong(other))
			.collect(Collectors.toSet());
	}

	private static Set<String> shown(Set<ChartRequest> requests) {
		return requests.stream().map(ChartRequest::shows).flatMap(Collection::stream).collect(Collectors.toSet());
	}

}
