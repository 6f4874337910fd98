package org.twitchingreference.smart.discovery;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON without duplicate names: of two members with the same name, one reader takes the
 * first and another the last (RFC 8259, section 4).
 */
public final class StrictJson {

	private StrictJson() {
	}

	/** The same mapper, failing at a duplicate member. */
	public static JsonMapper of(JsonMapper json) {
		return json.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
	}

}
