package org.twitchingreference.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes who opened, read, saw and ended what and when, by pseudonyms only; docs/audit.md
 * has the schema. Whatever the words are, a line stays one line of ASCII.
 */
public final class AuditTrail {

	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private final Pseudonyms pseudonyms;

	private final Consumer<String> lines;

	private final Clock clock;

	AuditTrail(Pseudonyms pseudonyms, Consumer<String> lines, Clock clock) {
		this.pseudonyms = pseudonyms;
		this.lines = lines;
		this.clock = clock;
	}

	/**
	 * The trail of one launch. Ids are unique within their issuer, and are replaced by
	 * pseudonyms at once.
	 */
	public LaunchTrail of(String ehr, String issuer, String launchId, String patientId, Optional<String> user) {
		Map<String, Object> who = new LinkedHashMap<>();
		who.put("ehr", ehr);
		who.put("launch", this.pseudonyms.of("launch", launchId));
		who.put("patient", this.pseudonyms.of("patient", issuer, patientId));
		user.ifPresent((subject) -> who.put("user", this.pseudonyms.of("user", issuer, subject)));
		return new LaunchTrail((event, what) -> write(event, who, what));
	}

	/** Writes that a launch failed; the registration is "-" when it is not known. */
	public void refused(String ehr, String problem) {
		write("launch", Map.of("ehr", ehr), Map.of("outcome", problem));
	}

	private void write(String event, Map<String, ?> who, Map<String, ?> what) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("time", Instant.now(this.clock).truncatedTo(ChronoUnit.MILLIS).toString());
		line.put("event", event);
		line.putAll(who);
		line.putAll(what);
		this.lines.accept(JSON.writeValueAsString(line));
	}

}
