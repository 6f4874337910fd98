package org.twitchingreference.launch.shared;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.endtoend.EnabledIfStore;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.shared.LaunchTable.Ended;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.sandbox.StoreServer;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.store.Seal;
import org.twitchingreference.store.StoreNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How many launches and logins two nodes keep in the store they share, and how long. */
@EnabledIfStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SharedLimitsTests {

	private static final String ISSUER = "https://ehr.example.org/fhir";

	private final StoreServer server = StoreServer.start(0);

	private final List<StoreNode> nodes = new ArrayList<>();

	@BeforeAll
	void start(@TempDir Path folder) {
		for (int node = 0; node < 2; node++) {
			this.nodes.add(StoreNode.start(this.server.port(), folder.resolve("keys.json")));
		}
	}

	@BeforeEach
	void empty() {
		this.server.tell("FLUSHALL");
	}

	@AfterAll
	void stop() {
		this.nodes.forEach(StoreNode::close);
		this.server.close();
	}

	@Test
	void floodOfOneEhrEndsNoSidebarOfAnother() {
		List<LaunchTable> tables = tables(20, 100);
		List<Launch> quiet = launches("quiet", "", 30);
		List<Launch> flooding = launches("flooding", "", 330);
		List<Launch> third = launches("third", "", 1);

		assertThat(placed(tables, quiet)).isEmpty();
		List<Ended> ended = placed(tables, flooding);
		assertThat(placed(tables, third)).isEmpty();

		assertThat(ended).hasSize(295).allMatch((one) -> one.why().equals("too-many"));
		assertThat(flooding.stream().filter((launch) -> isOpen(tables, launch))).hasSize(35)
			.contains(flooding.get(329))
			.noneMatch((launch) -> ids(ended).contains(launch.id()));
		assertThat(Stream.concat(quiet.stream(), third.stream())).allMatch((launch) -> isOpen(tables, launch));
	}

	@Test
	void userWithTooManyLosesTheOldestOfThatEhrOnly() {
		List<LaunchTable> tables = tables(3, 100);
		List<Launch> elsewhere = launches("other", "user", 3);
		List<Launch> here = launches("ehr", "user", 5);
		List<Launch> ofColleague = launches("ehr", "colleague", 2);

		assertThat(placed(tables, elsewhere)).isEmpty();
		assertThat(placed(tables, ofColleague)).isEmpty();
		List<Ended> ended = placed(tables, here);

		assertThat(ended).allMatch((one) -> one.why().equals("too-many-of-user"));
		assertThat(ids(ended)).containsExactly(here.get(0).id(), here.get(1).id());
		assertThat(Stream.of(elsewhere, ofColleague, here.subList(2, 5)).flatMap(List::stream))
			.allMatch((launch) -> isOpen(tables, launch));
	}

	/** Which one that is, both nodes know: it was used at one of them. */
	@Test
	void whatEndsForMoreRoomWasUnusedLongest() {
		List<LaunchTable> tables = tables(20, 100);
		List<Launch> launches = launches("ehr", "", 51);
		placed(tables, launches.subList(0, 50));
		nextMillisecond();
		assertThat(tables.get(1).look(tables.get(1).member(launches.get(0).id()), true)).isPresent();

		List<Ended> ended = placed(tables, launches.subList(50, 51));

		assertThat(ids(ended)).containsExactly(launches.get(1).id());
	}

	/** More of them than one sweep takes. */
	@Test
	void whatIsOverEndsOnceWhoeverLooksForIt() {
		List<LaunchTable> tables = tables(500, 1000);
		List<Launch> unused = launches("ehr", "user", 60);
		List<Launch> atTheirLimit = launches("ehr", "user", 60);
		List<Launch> open = launches("ehr", "user", 2);
		assertThat(placed(tables, Stream.of(unused, atTheirLimit, open).flatMap(List::stream).toList())).isEmpty();
		unused.forEach((launch) -> due(launch, "PEXPIRE %s 119000"));
		atTheirLimit.forEach((launch) -> due(launch, "HSET %s e 1"));

		List<Ended> ended = new ArrayList<>();
		while (ended.size() < 120) {
			tables.stream()
				.map((table) -> CompletableFuture.supplyAsync(table::sweep))
				.toList()
				.forEach((sweep) -> ended.addAll(sweep.join()));
		}

		assertThat(ids(ended.stream().filter((one) -> one.why().equals("unused")).toList()))
			.containsExactlyInAnyOrderElementsOf(unused.stream().map(Launch::id).toList());
		assertThat(ids(ended.stream().filter((one) -> one.why().equals("limit")).toList()))
			.containsExactlyInAnyOrderElementsOf(atTheirLimit.stream().map(Launch::id).toList());
		assertThat(open).allMatch((launch) -> isOpen(tables, launch));
		open.forEach((launch) -> tables.get(0).take(tables.get(0).member(launch.id())));
		assertThat(this.server.tell("DBSIZE")).isEqualTo(":0");
	}

	/** As if its time had passed. */
	private void due(Launch launch, String command) {
		this.server.tell(command.formatted(this.nodes.get(0).seal().name("launch", launch.id())));
		seemsDue(launch);
	}

	private void seemsDue(Launch launch) {
		Seal seal = this.nodes.get(0).seal();
		this.server.tell("ZADD " + seal.name("launches") + " XX 1 " + seal.hash("launch", launch.id()));
	}

	/** A node had no time to write that it was used. */
	@Test
	void whatIsUsedIsNotOverThoughItSeemsDue() {
		List<LaunchTable> tables = tables(20, 100);
		Launch launch = launches("ehr", "", 1).get(0);
		placed(tables, List.of(launch));
		seemsDue(launch);

		assertThat(tables.get(1).sweep()).isEmpty();
		assertThat(isOpen(tables, launch)).isTrue();
	}

	@Test
	void floodOfLoginsForgetsNoneOfAnotherEhrOrAddressAtAnyNode() {
		SharedAuthorizations one = authorizations(0);
		SharedAuthorizations other = authorizations(1);
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

	private SharedAuthorizations authorizations(int node) {
		return new SharedAuthorizations(this.nodes.get(node).store(), this.nodes.get(node).seal(),
				(saved) -> Optional.of(authorization(saved.registration(), saved.state())), properties(20, 100),
				Ticker.systemTicker(), clock(node));
	}

	/** That of the second node is half a minute ahead. */
	private static Clock clock(int node) {
		return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30L * node));
	}

	private static List<PendingAuthorization> begun(SharedAuthorizations node, String ehr, String address, int number) {
		List<PendingAuthorization> all = IntStream.range(0, number)
			.mapToObj((i) -> authorization(ehr, ehr + address + i))
			.toList();
		all.forEach((login) -> node.place(login, address));
		return all;
	}

	private static PendingAuthorization authorization(String ehr, String state) {
		return LaunchFixture.authorization(RegistrationFixture.named(ehr, ISSUER), ISSUER, state);
	}

	private List<LaunchTable> tables(int ofUser, int most) {
		return this.nodes.stream()
			.map((node) -> new LaunchTable(node.store(), node.seal(), properties(ofUser, most)))
			.toList();
	}

	private static LaunchProperties properties(int ofUser, int most) {
		return new LaunchProperties("https://app.example.org", Duration.ofMinutes(30), Duration.ofHours(12), most,
				ofUser);
	}

	/** One after the other, each at the other node; those that ended for it. */
	private static List<Ended> placed(List<LaunchTable> tables, List<Launch> launches) {
		List<Ended> ended = new ArrayList<>();
		for (int number = 0; number < launches.size(); number++) {
			nextMillisecond();
			ended.addAll(tables.get(number % 2).place(launches.get(number), LaunchRecord.of(launches.get(number))));
		}
		return ended;
	}

	/** The store orders by milliseconds; those of one belong together. */
	private static void nextMillisecond() {
		long now = System.currentTimeMillis();
		while (System.currentTimeMillis() < now + 2) {
			Thread.onSpinWait();
		}
	}

	private static boolean isOpen(List<LaunchTable> tables, Launch launch) {
		return tables.stream().allMatch((table) -> table.look(table.member(launch.id()), false).isPresent());
	}

	private static List<String> ids(List<Ended> ended) {
		return ended.stream().map((one) -> one.record().id()).toList();
	}

	private static List<Launch> launches(String ehr, String user, int number) {
		return Stream.generate(() -> launch(ehr, user)).limit(number).toList();
	}

	private static Launch launch(String ehr, String user) {
		TokenGrant grant = new TokenGrant("token", Optional.empty(), Optional.empty(), new GrantedScopes(Set.of()),
				"p1", Optional.empty(), true);
		Optional<SignedInUser> signedIn = user.isEmpty() ? Optional.empty()
				: Optional.of(new SignedInUser(Optional.of(user), Optional.of("Practitioner"), Optional.of("d1"),
						Optional.empty(), true));
		return new Launch(LaunchFixture.identity(RegistrationFixture.named(ehr, ISSUER), ISSUER, signedIn),
				LaunchFixture.LIMITS, LaunchFixture.access(grant), BedsideStore.inMemory(), AuditFixture.silent(),
				new FakeFhirSession(), (last) -> CompletableFuture.completedFuture(RevocationResult.NOT_OFFERED));
	}

}
