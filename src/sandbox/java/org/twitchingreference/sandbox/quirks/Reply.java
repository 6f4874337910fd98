package org.twitchingreference.sandbox.quirks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The reply of a FHIR base: status, headers and body, and how slowly it is sent. */
public record Reply(int status, Map<String, String> headers, String body, Pace pace) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String FHIR = "application/fhir+json;charset=UTF-8";

	public Reply {
		headers = Map.copyOf(headers);
	}

	public static Reply of(int status, String contentType, String body) {
		return new Reply(status, Map.of("Content-Type", contentType), body, Pace.AT_ONCE);
	}

	static Reply fhir(ObjectNode resource) {
		return of(200, FHIR, JSON.writeValueAsString(resource));
	}

	static Reply html(int status, String body) {
		return of(status, "text/html;charset=UTF-8", body);
	}

	/** An error with an OperationOutcome; the code is the vendor's own. */
	static Reply outcome(int status, String code, String text) {
		ObjectNode outcome = issue("error", code, text);
		return of(status, FHIR, JSON.writeValueAsString(outcome));
	}

	/** An OperationOutcome with one issue. */
	static ObjectNode issue(String severity, String code, String text) {
		ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
		ObjectNode issue = outcome.putArray("issue").addObject().put("severity", severity).put("code", "processing");
		issue.putObject("details").put("text", text).putArray("coding").addObject().put("code", code);
		return outcome;
	}

	Reply with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body, this.pace);
	}

	Reply at(Pace otherPace) {
		return new Reply(this.status, this.headers, this.body, otherPace);
	}

	/** The resource of a success, as a copy; empty for anything else. */
	Optional<ObjectNode> resource() {
		boolean json = this.status == 200 && this.headers.getOrDefault("Content-Type", "").contains("json");
		return json ? Optional.of((ObjectNode) JSON.readTree(this.body)) : Optional.empty();
	}

	/** The same with the resource of a success changed. */
	Reply changing(Consumer<ObjectNode> change) {
		return resource().map((resource) -> {
			change.accept(resource);
			return new Reply(this.status, this.headers, JSON.writeValueAsString(resource), this.pace);
		}).orElse(this);
	}

	/** The same with the entries of a Bundle changed; anything else stays as it is. */
	Reply changingEntries(Consumer<ArrayNode> change) {
		return changing((resource) -> {
			if (resource.path("resourceType").asString().equals("Bundle")) {
				change.accept(resource.withArray("entry"));
			}
		});
	}

	public byte[] bytes() {
		return this.body.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * How long to wait before the first byte, into how many pieces the body is divided,
	 * and how long to wait after each piece.
	 */
	public record Pace(long firstMillis, int pieces, long pieceMillis) {

		static final Pace AT_ONCE = new Pace(0, 1, 0);

	}

}
