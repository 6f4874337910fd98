package org.twitchingreference.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.filter.TokenFilter.Inclusion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The oauth-uris extension of a CapabilityStatement, where servers of SMART 1.0 have
 * their endpoints. Such a statement may have megabytes: only the path to the extension is
 * kept, with a limited number of list items.
 */
public final class OauthUris {

	private static final String URL = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

	/** The fields of a smart-configuration, and their names in the extension. */
	private static final Map<String, String> NAMES = Map.of("authorization_endpoint", "authorize", "token_endpoint",
			"token", "revocation_endpoint", "revoke");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final List<JsonNode> extensions;

	private OauthUris(List<JsonNode> extensions) {
		this.extensions = extensions;
	}

	/** Throws Jackson's exception if this is not JSON. */
	public static OauthUris in(byte[] statement) {
		try (JsonParser parser = new FilteringParserDelegate(JSON.createParser(statement), new Way(),
				Inclusion.INCLUDE_ALL_AND_PATH, true)) {
			JsonNode root = (parser.nextToken() != null) ? JSON.readTree(parser) : JSON.missingNode();
			return new OauthUris(
					root.path("rest").valueStream().flatMap((rest) -> extensions(rest.path("security"), URL)).toList());
		}
	}

	/** The value that a smart-configuration would have under this name. */
	public Optional<String> get(String name) {
		return Optional.ofNullable(NAMES.get(name)).flatMap(this::uri);
	}

	private Optional<String> uri(String name) {
		return this.extensions.stream()
			.flatMap((extension) -> extensions(extension, name))
			.flatMap((extension) -> extension.path("valueUri").stringValueOpt().stream())
			.findFirst();
	}

	private static Stream<JsonNode> extensions(JsonNode element, String url) {
		return element.path("extension")
			.valueStream()
			.filter((extension) -> url.equals(extension.path("url").stringValue("")));
	}

	/**
	 * Lets only the elements on the path to the extension pass, up to a number of them.
	 */
	private static final class Way extends TokenFilter {

		private static final int MOST = 1000;

		private static final TokenFilter TEXT = new TokenFilter() {

			@Override
			public @Nullable TokenFilter filterStartObject() {
				return null;
			}

			@Override
			public @Nullable TokenFilter filterStartArray() {
				return null;
			}

		};

		private int items;

		@Override
		public @Nullable TokenFilter includeProperty(String name) {
			return switch (name) {
				case "rest", "security", "extension" -> (this.items++ < MOST) ? this : null;
				case "url", "valueUri" -> TEXT;
				default -> null;
			};
		}

		@Override
		public @Nullable TokenFilter includeElement(int index) {
			return (this.items++ < MOST) ? this : null;
		}

	}

}
