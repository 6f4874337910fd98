package org.twitchingreference.launch.shared;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.shared.LaunchTable.Ended;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.sandbox.StoreServer;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.LaunchProperties;
import org.twitchingreference.smart.PendingAuthorization;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.store.StoreCipher;
import org.twitchingreference.store.StoreNode;

/** A store and two nodes that share it, with what they keep in it. */
final class TwoNodes implements AutoCloseable {

	private static final String ISSUER = "https://ehr.example.org/fhir";

	private final StoreServer server = StoreServer.start(0);

	private final List<StoreNode> nodes = new ArrayList<>();

	TwoNodes(Path folder) {
		for (int node = 0; node < 2; node++) {
			this.nodes.add(StoreNode.start(this.server.port(), folder.resolve("keys.json")));
		}
	}

	/** Sends the store a command. */
	String send(String command) {
		return this.server.send(command);
	}

	/** The launches of each node, of which one user and all together may have so many. */
	List<LaunchTable> tables(int ofUser, int most) {
		return this.nodes.stream()
			.map((node) -> new LaunchTable(node.store(), node.seal(), properties(ofUser, most)))
			.toList();
	}

	/** The clock of the second node is half a minute ahead. */
	SharedAuthorizations authorizations(int node, int most) {
		return new SharedAuthorizations(this.nodes.get(node).store(), this.nodes.get(node).seal(),
				(saved) -> Optional.of(authorization(saved.registration(), saved.state())), properties(20, most),
				Ticker.systemTicker(), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30L * node)));
	}

	static PendingAuthorization authorization(String ehr, String state) {
		return LaunchFixture.authorization(RegistrationFixture.named(ehr, ISSUER), ISSUER, state);
	}

	private static LaunchProperties properties(int ofUser, int most) {
		return new LaunchProperties("https://app.example.org", Duration.ofMinutes(30), Duration.ofHours(12), most,
				ofUser);
	}

	/** As if the time of the launch had passed, by a command with its name. */
	void due(Launch launch, String command) {
		send(command.formatted(this.nodes.get(0).seal().name("launch", launch.id())));
		seemsDue(launch);
	}

	void seemsDue(Launch launch) {
		StoreCipher cipher = this.nodes.get(0).seal();
		Stream.of(cipher.name("launches"), cipher.name("ehr", launch.registration().id()))
			.forEach((set) -> send("ZADD " + set + " XX 1 " + cipher.hash("launch", launch.id())));
	}

	/** One after the other, each at the other node; those that ended for it. */
	static List<Ended> placed(List<LaunchTable> tables, List<Launch> launches) {
		List<Ended> ended = new ArrayList<>();
		for (int number = 0; number < launches.size(); number++) {
			nextMillisecond();
			ended.addAll(tables.get(number % 2).place(launches.get(number), LaunchRecord.of(launches.get(number))));
		}
		return ended;
	}

	/** The store orders by milliseconds; those of one belong together. */
	static void nextMillisecond() {
		long now = System.currentTimeMillis();
		while (System.currentTimeMillis() < now + 2) {
			Thread.onSpinWait();
		}
	}

	static boolean isOpen(List<LaunchTable> tables, Launch launch) {
		return tables.stream().allMatch((table) -> table.look(table.member(launch.id()), false).isPresent());
	}

	static List<String> ids(List<Ended> ended) {
		return ended.stream().map((one) -> one.record().id()).toList();
	}

	/** New launches of one EHR; "" where it names no user. */
	static List<Launch> launches(String ehr, String user, int number) {
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

	@Override
	public void close() {
		this.nodes.forEach(StoreNode::close);
		this.server.close();
	}

}
