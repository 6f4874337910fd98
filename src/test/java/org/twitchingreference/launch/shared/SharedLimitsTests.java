package org.twitchingreference.launch.shared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.endtoend.nodes.EnabledIfStore;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.shared.LaunchTable.Ended;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.PendingAuthorization;

import static org.assertj.core.api.Assertions.assertThat;

/** How many launches and logins two nodes keep in the store they share, and how long. */
@EnabledIfStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SharedLimitsTests {

	private TwoNodes nodes;

	@BeforeAll
	void start(@TempDir Path folder) {
		this.nodes = new TwoNodes(folder);
	}

	@BeforeEach
	void empty() {
		this.nodes.send("FLUSHALL");
	}

	@AfterAll
	void stop() {
		this.nodes.close();
	}

	@Test
	void floodOfOneEhrEndsNoSidebarOfAnother() {
		List<LaunchTable> tables = this.nodes.tables(20, 100);
		List<Launch> quiet = TwoNodes.launches("quiet", "", 30);
		List<Launch> flooding = TwoNodes.launches("flooding", "", 330);
		List<Launch> third = TwoNodes.launches("third", "", 1);

		assertThat(TwoNodes.placed(tables, quiet)).isEmpty();
		List<Ended> ended = TwoNodes.placed(tables, flooding);
		assertThat(TwoNodes.placed(tables, third)).isEmpty();

		assertThat(ended).hasSize(295).allMatch((one) -> one.why().equals("too-many"));
		assertThat(flooding.stream().filter((launch) -> TwoNodes.isOpen(tables, launch))).hasSize(35)
			.contains(flooding.get(329))
			.noneMatch((launch) -> TwoNodes.ids(ended).contains(launch.id()));
		assertThat(Stream.concat(quiet.stream(), third.stream())).allMatch((launch) -> TwoNodes.isOpen(tables, launch));
	}

	@Test
	void userWithTooManyLosesTheOldestOfThatEhrOnly() {
		List<LaunchTable> tables = this.nodes.tables(3, 100);
		List<Launch> elsewhere = TwoNodes.launches("other", "user", 3);
		List<Launch> here = TwoNodes.launches("ehr", "user", 5);
		List<Launch> ofColleague = TwoNodes.launches("ehr", "colleague", 2);

		assertThat(TwoNodes.placed(tables, elsewhere)).isEmpty();
		assertThat(TwoNodes.placed(tables, ofColleague)).isEmpty();
		List<Ended> ended = TwoNodes.placed(tables, here);

		assertThat(ended).allMatch((one) -> one.why().equals("too-many-of-user"));
		assertThat(TwoNodes.ids(ended)).containsExactly(here.get(0).id(), here.get(1).id());
		assertThat(Stream.of(elsewhere, ofColleague, here.subList(2, 5)).flatMap(List::stream))
			.allMatch((launch) -> TwoNodes.isOpen(tables, launch));
	}

	/** Which one that is, both nodes know: it was used at one of them. */
	@Test
	void whatEndsForMoreRoomWasUnusedLongest() {
		List<LaunchTable> tables = this.nodes.tables(20, 100);
		List<Launch> launches = TwoNodes.launches("ehr", "", 51);
		TwoNodes.placed(tables, launches.subList(0, 50));
		TwoNodes.nextMillisecond();
		assertThat(tables.get(1).look(tables.get(1).member(launches.get(0).id()), true)).isPresent();

		List<Ended> ended = TwoNodes.placed(tables, launches.subList(50, 51));

		assertThat(TwoNodes.ids(ended)).containsExactly(launches.get(1).id());
	}

	/** Before any sweep; one of a colleague only seems to be over. */
	@Test
	void whatIsOverEndsNoOtherForMoreRoom() {
		List<LaunchTable> tables = this.nodes.tables(3, 10);
		List<Launch> ofUser = TwoNodes.launches("ehr", "user", 3);
		List<Launch> ofColleague = TwoNodes.launches("ehr", "colleague", 2);
		List<Launch> newer = TwoNodes.launches("ehr", "user", 1);
		TwoNodes.placed(tables, Stream.concat(ofUser.stream(), ofColleague.stream()).toList());
		this.nodes.due(ofUser.get(2), "PEXPIRE %s 119000");
		this.nodes.seemsDue(ofColleague.get(0));

		List<Ended> ended = TwoNodes.placed(tables, newer);

		assertThat(TwoNodes.ids(ended)).containsExactly(ofUser.get(2).id());
		assertThat(ended.get(0).why()).isEqualTo("unused");
		assertThat(Stream.of(ofUser.subList(0, 2), ofColleague, newer).flatMap(List::stream))
			.allMatch((launch) -> TwoNodes.isOpen(tables, launch));
	}

	/** More of them than one sweep takes. */
	@Test
	void whatIsOverEndsOnceWhoeverLooksForIt() {
		List<LaunchTable> tables = this.nodes.tables(500, 1000);
		List<Launch> unused = TwoNodes.launches("ehr", "user", 60);
		List<Launch> atTheirLimit = TwoNodes.launches("ehr", "user", 60);
		List<Launch> open = TwoNodes.launches("ehr", "user", 2);
		assertThat(TwoNodes.placed(tables, Stream.of(unused, atTheirLimit, open).flatMap(List::stream).toList()))
			.isEmpty();
		unused.forEach((launch) -> this.nodes.due(launch, "PEXPIRE %s 119000"));
		atTheirLimit.forEach((launch) -> this.nodes.due(launch, "HSET %s e 1"));

		List<Ended> ended = new ArrayList<>();
		while (ended.size() < 120) {
			tables.stream()
				.map((table) -> CompletableFuture.supplyAsync(table::sweep))
				.toList()
				.forEach((sweep) -> ended.addAll(sweep.join()));
		}

		assertThat(TwoNodes.ids(ended.stream().filter((one) -> one.why().equals("unused")).toList()))
			.containsExactlyInAnyOrderElementsOf(unused.stream().map(Launch::id).toList());
		assertThat(TwoNodes.ids(ended.stream().filter((one) -> one.why().equals("limit")).toList()))
			.containsExactlyInAnyOrderElementsOf(atTheirLimit.stream().map(Launch::id).toList());
		assertThat(open).allMatch((launch) -> TwoNodes.isOpen(tables, launch));
		open.forEach((launch) -> tables.get(0).take(tables.get(0).member(launch.id())));
		assertThat(this.nodes.send("DBSIZE")).isEqualTo(":0");
	}

	/** A node had no time to write that it was used. */
	@Test
	void whatIsUsedIsNotOverThoughItSeemsDue() {
		List<LaunchTable> tables = this.nodes.tables(20, 100);
		Launch launch = TwoNodes.launches("ehr", "", 1).get(0);
		TwoNodes.placed(tables, List.of(launch));
		this.nodes.seemsDue(launch);

		assertThat(tables.get(1).sweep()).isEmpty();
		assertThat(TwoNodes.isOpen(tables, launch)).isTrue();
	}

	@Test
	void floodOfLoginsForgetsNoneOfAnotherEhrOrAddressAtAnyNode() {
		SharedAuthorizations one = this.nodes.authorizations(0, 100);
		SharedAuthorizations other = this.nodes.authorizations(1, 100);
		List<PendingAuthorization> quiet = begun(one, "quiet", "192.0.2.1", 10);
		List<PendingAuthorization> colleague = begun(one, "flooded", "192.0.2.1", 10);
		List<PendingAuthorization> flooding = begun(one, "flooded", "198.51.100.7", 500);

		assertThat(Stream.concat(quiet.stream(), colleague.stream()))
			.allMatch((login) -> other.find(login.state()).isPresent());
		assertThat(flooding.stream().filter((login) -> other.find(login.state()).isPresent())).hasSize(18)
			.contains(flooding.get(499));
		assertThat(other.problemOf(flooding.get(0).state())).isEqualTo(LaunchProblem.STATE_GIVEN_UP);
		assertThat(other.problemOf(quiet.get(0).state())).isEqualTo(LaunchProblem.UNKNOWN_STATE);
		assertThat(other.problemOf("never given")).isEqualTo(LaunchProblem.STATE_NEVER_GIVEN);
		assertThat(other.remove(quiet.get(0))).isTrue();
		assertThat(one.remove(quiet.get(0))).isFalse();
		assertThat(one.find(quiet.get(0).state())).isEmpty();
	}

	private static List<PendingAuthorization> begun(SharedAuthorizations node, String ehr, String address, int number) {
		List<PendingAuthorization> all = IntStream.range(0, number)
			.mapToObj((i) -> TwoNodes.authorization(ehr, ehr + address + i))
			.toList();
		all.forEach((login) -> node.place(login, address));
		return all;
	}

}
