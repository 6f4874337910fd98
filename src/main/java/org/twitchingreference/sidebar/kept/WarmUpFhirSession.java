package org.twitchingreference.sidebar.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as an EHR would, from the invented chart in "warm-up.json", whose results are
 * dated on the given day.
 */
public final class WarmUpFhirSession implements FhirSession {

	private static final String FILE = "/warm-up.json";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JsonNode resources;

	private WarmUpFhirSession(JsonNode resources) {
		this.resources = resources;
	}

	public static WarmUpFhirSession asOf(LocalDate day) {
		try (InputStream file = Objects.requireNonNull(WarmUpFhirSession.class.getResourceAsStream(FILE))) {
			String chart = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new WarmUpFhirSession(JSON.readTree(chart.replace("TODAY", day.toString())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String patientId() {
		return "nobody";
	}

	@Override
	public Dialect dialect() {
		return Dialect.DEFAULT;
	}

	@Override
	public boolean mayRead(String resourceType) {
		return true;
	}

	@Override
	public int requestsAtOnce() {
		return 4;
	}

	/** The patient, or all resources of the type; search parameters are ignored. */
	@Override
	public FhirReply get(String location) {
		String type = location.replaceAll("[/?].*", "");
		if (location.startsWith("Patient/")) {
			return body(this.resources.path(0));
		}
		ObjectNode page = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
		ArrayNode entries = page.putArray("entry");
		this.resources.valueStream()
			.filter((resource) -> resource.path("resourceType").asString().equals(type))
			.forEach((resource) -> entries.addObject().set("resource", resource));
		return body(page);
	}

	private static FhirReply body(JsonNode json) {
		return new FhirReply.Body(json.toString().getBytes(StandardCharsets.UTF_8));
	}

}
