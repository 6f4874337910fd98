package org.twitchingreference.assess.input;

import java.io.ByteArrayInputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a document without reading the chart, and says in one sentence why it is not a
 * FHIR R4 Bundle from which a chart can be read.
 */
final class BundleShape {

	/** Deeper than any Bundle, but not too deep for the parsers that follow. */
	private static final int DEPTH = 200;

	/** Numbers of any length pass: they are made safe when the chart is read. */
	static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
		.streamReadConstraints(
				StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(Integer.MAX_VALUE).build())
		.build());

	private final ResourceFields bundle = new ResourceFields();

	private final FhirVersions versions = new FhirVersions();

	private BundleShape() {
	}

	/** Throws an UnusableInputException where it is not JSON at all. */
	static BundleShape of(byte[] document) {
		Encoding.requireText(document);
		BundleShape shape = new BundleShape();
		try (JsonParser parser = JSON.createParser(new ByteArrayInputStream(document))) {
			shape.document(parser);
			return shape;
		}
		catch (StreamConstraintsException ex) {
			throw new UnusableInputException("It is nested too deeply to be read; a FHIR Bundle is not.");
		}
		catch (JacksonException ex) {
			Encoding.requireUtf8(document);
			throw new UnusableInputException("It is not JSON from " + place(ex.getLocation())
					+ " on; export it again, or convert it to FHIR JSON.");
		}
	}

	private static String place(TokenStreamLocation location) {
		String line = (location.getLineNr() > 1) ? "line " + location.getLineNr() + ", " : "";
		return line + "character " + Math.max(location.getColumnNr(), 1);
	}

	private void document(JsonParser parser) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
		}
		else {
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				field(name, parser);
			}
		}
		if (parser.nextToken() != null) {
			throw new UnusableInputException("Something follows after the end of its JSON; one Bundle was expected.");
		}
	}

	private void field(String name, JsonParser parser) {
		if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("entry")) {
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				entry(parser);
			}
		}
		else {
			this.bundle.add(name, parser);
		}
	}

	private void entry(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return;
		}
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("resource")) {
				resource(parser);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/**
	 * A resource, or a Bundle in its place, whose entries are checked in the same way.
	 */
	private void resource(JsonParser parser) {
		ResourceFields resource = new ResourceFields();
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("entry")) {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					entry(parser);
				}
			}
			else {
				resource.add(name, parser);
			}
		}
		this.versions.mark(resource);
	}

	/** Throws an UnusableInputException where no chart can be in it. */
	void requireUsable() {
		if (!this.bundle.text("resourceType").equals("Bundle")) {
			throw new UnusableInputException(
					"It is JSON, but not a FHIR Bundle; put the chart's resources into a Bundle of type collection.");
		}
		if (this.bundle.text("type").equals("history")) {
			throw new UnusableInputException(
					"It is a history, which holds outdated versions; export the current ones as a collection.");
		}
		this.versions.declaredBy(this.bundle);
		this.versions.other().ifPresent((version) -> {
			throw new UnusableInputException("It is FHIR " + version + "; convert it to R4.");
		});
	}

}
