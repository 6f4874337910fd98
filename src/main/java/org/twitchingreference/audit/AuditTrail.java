package org.twitchingreference.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes who opened, read, saw and ended what, and when, by pseudonyms only, and which
 * clients were refused; docs/audit.md has the format. Each event is one line of ASCII,
 * whatever it contains.
 */
public final class AuditTrail {

	private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	/**
	 * An IPv4 or IPv6 address, perhaps with a zone; anything else that a proxy reports is
	 * not an address.
	 */
	private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}(%[\\w.-]{1,30})?");

	private final Pseudonyms pseudonyms;

	private final boolean pseudonymousClients;

	private final RefusalLimit refusals = new RefusalLimit();

	private final Consumer<String> lines;

	private final EventCounts counts;

	private final Clock clock;

	AuditTrail(Pseudonyms pseudonyms, boolean pseudonymousClients, Consumer<String> lines, EventCounts counts,
			Clock clock) {
		this.pseudonyms = pseudonyms;
		this.pseudonymousClients = pseudonymousClients;
		this.lines = lines;
		this.counts = counts;
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
		Optional<String> named = user.map((subject) -> this.pseudonyms.of("user", issuer, subject));
		named.ifPresent((pseudonym) -> who.put("user", pseudonym));
		return new LaunchTrail(named, (event, what) -> {
			this.counts.count(event, ehr, what.get("outcome"));
			write(event, who, what);
		});
	}

	/** Writes that a launch failed; the registration is "-" when it is not known. */
	public void refused(String ehr, String problem, String client) {
		refused("launch", ehr, problem, client);
	}

	/** Writes that a request to a sidebar was refused, and why. */
	public void refusedRequest(String why, String client) {
		refused("request", "-", why, client);
	}

	/**
	 * Anybody can cause refusals without end: a limited number of lines in a minute, then
	 * only a count.
	 */
	private void refused(String event, String ehr, String outcome, String client) {
		this.counts.count(event, ehr, outcome);
		Instant now = Instant.now(this.clock);
		long unwritten = this.refusals.takeUnwritten(now);
		if (unwritten > 0) {
			write("request", Map.of("ehr", "-"), Map.of("outcome", "more-refused", "count", unwritten));
		}
		if (this.refusals.take()) {
			write(event, new TreeMap<>(Map.of("ehr", ehr, "client", shown(client))), Map.of("outcome", outcome));
		}
	}

	private String shown(String client) {
		if (!ADDRESS.matcher(client).matches()) {
			return "-";
		}
		return this.pseudonymousClients ? this.pseudonyms.of("client", client) : client;
	}

	private void write(String event, Map<String, ?> who, Map<String, ?> what) {
		Map<String, Object> line = new LinkedHashMap<>();
		line.put("time", Instant.now(this.clock).truncatedTo(ChronoUnit.MILLIS).toString());
		line.put("event", event);
		line.putAll(who);
		line.putAll(new TreeMap<>(what));
		this.lines.accept(JSON.writeValueAsString(line));
	}

}
