package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays a sound EHR, but for what a broken registration says is broken about it. */
final class BrokenEhr {

	private static final JsonMapper JSON = new JsonMapper();

	private final WireMockServer server;

	private final ObjectNode sound;

	BrokenEhr(WireMockServer server) {
		this.server = server;
		try {
			this.sound = (ObjectNode) JSON
				.readTree(Files.readString(Path.of("src/test/resources/preflight-sound-ehr.json"))
					.replace("${EHR}", "http://localhost:" + server.port()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void play(BrokenRegistration broken) {
		this.server.resetAll();
		stub("/fhir/.well-known/smart-configuration", merged("discovery", broken), broken);
		ObjectNode metadata = merged("metadata", broken);
		ObjectNode rest = metadata.putArray("rest").addObject();
		rest.set("resource", types(broken.header("without").orElse("")));
		broken.header("security").ifPresent((security) -> rest.set("security", JSON.readTree(security)));
		stub("/fhir/metadata", metadata, broken);
		this.server.stubFor(WireMock.get("/fhir/Patient?_count=1").willReturn(WireMock.status(401)));
		this.server
			.stubFor(WireMock.post("/token").willReturn(WireMock.jsonResponse("{\"error\":\"invalid_grant\"}", 400)));
		this.server.stubFor(
				WireMock.get(WireMock.urlPathEqualTo("/authorize")).willReturn(WireMock.temporaryRedirect("/sign-in")));
		this.server.stubFor(WireMock.get("/jwks.json").willReturn(WireMock.okJson("{\"keys\":[]}")));
		broken.header("open").ifPresent(this::open);
		broken.header("status")
			.map((status) -> status.split(" "))
			.ifPresent((status) -> this.server.stubFor(WireMock.any(WireMock.urlPathEqualTo(status[0]))
				.willReturn(WireMock.status(Integer.parseInt(status[1])))));
	}

	/** Answers everybody, and refuses orders that are asked for with other intents. */
	private void open(String intents) {
		this.server.stubFor(WireMock.get(WireMock.urlPathMatching("/fhir/[A-Z]\\w+"))
			.willReturn(WireMock.okJson("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"id\":\"p1\"}}]}")));
		this.server.stubFor(WireMock.get(WireMock.urlPathEqualTo("/fhir/MedicationRequest"))
			.withQueryParam("intent", WireMock.notMatching(intents))
			.willReturn(WireMock.status(400)));
	}

	private void stub(String path, ObjectNode document, BrokenRegistration broken) {
		ResponseDefinitionBuilder answer = WireMock.okJson(document.toString());
		broken.header("clock")
			.ifPresent((seconds) -> answer.withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME
				.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(Long.parseLong(seconds)))));
		this.server.stubFor(WireMock.get(path).willReturn(answer));
	}

	private ObjectNode merged(String name, BrokenRegistration broken) {
		ObjectNode document = ((ObjectNode) this.sound.path(name)).deepCopy();
		broken.header(name)
			.ifPresent((changes) -> document
				.setAll((ObjectNode) JSON.readTree(changes.replace("${PORT}", String.valueOf(this.server.port())))));
		return document;
	}

	private ArrayNode types(String without) {
		ArrayNode resources = JSON.createArrayNode();
		this.sound.path("types").propertyStream().filter((type) -> !type.getKey().equals(without)).forEach((type) -> {
			ObjectNode resource = resources.addObject().put("type", type.getKey());
			ArrayNode parameters = resource.putArray("searchParam");
			type.getValue()
				.valueStream()
				.map((word) -> word.asString(""))
				.filter((word) -> !word.equals("include") && !without.equals(type.getKey() + "." + word))
				.forEach((word) -> parameters.addObject().put("name", word));
			resource.putArray("searchInclude")
				.add(without.equals(type.getKey() + ".include") ? "MedicationRequest:patient"
						: "MedicationRequest:medication");
		});
		return resources;
	}

}
