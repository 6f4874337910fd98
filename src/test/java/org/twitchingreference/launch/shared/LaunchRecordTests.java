package org.twitchingreference.launch.shared;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.audit.AuditFixture;
import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.bedside.PutAsideReason;
import org.twitchingreference.bedside.ShownReading;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchIdentity;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchContext;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.RevocationResult;
import org.twitchingreference.smart.SavedAuthorization;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.smart.WebMessaging;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What one node writes of a launch, another reads, also one of another version. */
class LaunchRecordTests {

	private static final String ISSUER = "https://ehr.example.org/fhir";

	private static final TokenGrant GRANT = new TokenGrant("access", Optional.of(Duration.ofMinutes(5)),
			Optional.of("refresh"), new GrantedScopes(Set.of("launch", "patient/*.rs")), "p1", Optional.of("e1"), false,
			new LaunchContext(Optional.of("reconcile"), Optional.of("tenant"), List.of("ServiceRequest/1"),
					Optional.of(URI.create("https://ehr.example.org/style.json")),
					Optional.of(new WebMessaging("handle", "https://ehr.example.org"))));

	private static final SignedInUser USER = new SignedInUser(Optional.of("subject"), Optional.of("Practitioner"),
			Optional.of("d1"), Optional.of("Dr. Who"), true);

	private static final BedsideRecord BEDSIDE = new BedsideRecord(
			Map.of("weakness", new GivenAnswer("yes", Instant.parse("2026-11-29T10:00:00Z"))),
			Map.of("magnesium", PutAsideReason.NOT_APPLICABLE),
			new ShownReading(3, Instant.parse("2026-11-29T09:59:00Z")));

	@Test
	void comesBackAsItWas() {
		Launch launch = launch(Optional.of(USER));
		LaunchRecord read = read(LaunchRecord.of(launch).with(BEDSIDE).toJson());

		assertThat(read.id()).isEqualTo(launch.id());
		assertThat(read.cookieSecret()).isEqualTo(launch.cookieSecret());
		assertThat(read.csrfToken()).isEqualTo(launch.csrfToken());
		assertThat(read.grant()).isEqualTo(GRANT);
		assertThat(read.user()).hasValue(USER);
		assertThat(read.bedside()).isEqualTo(BEDSIDE);
		assertThat(read.authorization()).isEqualTo(SavedAuthorization.of(launch.identity().authorization()));
		assertThat(read(LaunchRecord.of(launch(Optional.empty())).toJson()).user()).isEmpty();
	}

	/** The older of two versions reads it, and leaves what it does not know. */
	@Test
	void keepsWhatANewerNodeWrote() {
		String json = text(LaunchRecord.of(launch(Optional.of(USER))).toJson());
		String newer = json.replaceFirst("\\{", "{\"new\":{\"a\":[1]},")
			.replace("\"grant\":{", "\"grant\":{\"another\":true,")
			.replace("\"user\":{", "\"user\":{\"another\":true,");

		LaunchRecord read = read(newer.getBytes(StandardCharsets.UTF_8));

		assertThat(read.grant()).isEqualTo(GRANT);
		assertThat(read.user()).hasValue(USER);
		assertThat(text(read.with(BEDSIDE).toJson())).contains("\"new\":{\"a\":[1]}", "\"another\":true");
	}

	/** Builds before 1.0.0 knew of no reading. */
	@Test
	void takesALaunchWithoutAReadingForOneThatWasNotRead() {
		String json = text(LaunchRecord.of(launch(Optional.empty())).with(BEDSIDE).toJson());
		String before = json.replaceFirst(",\"lastRead\":\\{[^}]*}", "");

		assertThat(before).isNotEqualTo(json);
		assertThat(read(before.getBytes(StandardCharsets.UTF_8)).bedside().lastRead()).isEqualTo(ShownReading.NONE);
	}

	/** The newer of two versions misses what the older one has not written. */
	@Test
	void takesWhatIsMissingForNotSaid() {
		String json = text(LaunchRecord.of(launch(Optional.empty())).toJson());

		LaunchRecord read = read(json.replace("\"tenant\":\"tenant\",", "")
			.replace("\"encounterId\":\"e1\",", "")
			.getBytes(StandardCharsets.UTF_8));

		assertThat(json).contains("\"tenant\":\"tenant\",", "\"encounterId\":\"e1\",");
		assertThat(read.grant().context().tenant()).isEmpty();
		assertThat(read.grant().encounterId()).isEmpty();
	}

	/**
	 * What the version before this one wrote: never changed here, only joined by what a
	 * later version writes.
	 */
	@Test
	void readsWhatTheVersionBeforeWrote() throws IOException {
		LaunchRecord read = read(recorded());

		assertThat(read.id()).isEqualTo("an-id");
		assertThat(read.cookieSecret()).isEqualTo("a-cookie");
		assertThat(read.csrfToken()).isEqualTo("a-csrf-token");
		assertThat(read.grant()).isEqualTo(GRANT);
		assertThat(read.user()).hasValue(USER);
		assertThat(read.bedside()).isEqualTo(BEDSIDE);
		assertThat(read.authorization())
			.isEqualTo(SavedAuthorization.of(launch(Optional.of(USER)).identity().authorization()));
	}

	/** So that a node of the version before finds all that it reads. */
	@Test
	void writesAllThatTheVersionBeforeWrote() throws IOException {
		JsonMapper json = new JsonMapper();

		JsonNode before = json.readTree(recorded());
		JsonNode now = json.readTree(LaunchRecord.of(launch(Optional.of(USER))).with(BEDSIDE).toJson());

		assertThat(shape("", now)).containsAll(shape("", before).toList());
	}

	/** The path of each field, with the kind of its value. */
	private static Stream<String> shape(String path, JsonNode node) {
		return node.isObject()
				? node.properties().stream().flatMap((field) -> shape(path + "/" + field.getKey(), field.getValue()))
				: Stream.of(path + " " + node.getNodeType());
	}

	private static byte[] recorded() throws IOException {
		return new ClassPathResource("store/launch-of-1.0.0.json").getContentAsByteArray();
	}

	@Test
	void isNothingWhereItIsOfAnotherKind() {
		for (String other : List.of("{\"v\":2}", "{}", "[]", "null", "", "no JSON")) {
			assertThat(LaunchRecord.of(other.getBytes(StandardCharsets.UTF_8))).as(other).isEmpty();
		}
	}

	@Test
	void holdsNoSecretOfTheClient() {
		assertThat(text(LaunchRecord.of(launch(Optional.empty())).toJson())).doesNotContain("clientSecret");
	}

	@Test
	void printsNothing() {
		assertThat(LaunchRecord.of(launch(Optional.of(USER))).toString()).isEqualTo("LaunchRecord");
	}

	private static LaunchRecord read(byte[] json) {
		return LaunchRecord.of(json).orElseThrow();
	}

	private static String text(byte[] json) {
		return new String(json, StandardCharsets.UTF_8);
	}

	private static Launch launch(Optional<SignedInUser> user) {
		LaunchIdentity identity = LaunchFixture.identity(RegistrationFixture.registration(ISSUER), ISSUER, user);
		return new Launch(identity, LaunchFixture.LIMITS, LaunchFixture.access(GRANT), BedsideStore.inMemory(),
				AuditFixture.silent(), new FakeFhirSession(),
				(last) -> CompletableFuture.completedFuture(RevocationResult.NOT_OFFERED));
	}

}
