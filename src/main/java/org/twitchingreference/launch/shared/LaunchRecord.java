package org.twitchingreference.launch.shared;

import java.util.Optional;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.smart.SavedAuthorization;
import org.twitchingreference.smart.SignedInUser;
import org.twitchingreference.smart.TokenGrant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A launch as it is stored, in JSON. Nodes of two versions may share it: each leaves
 * unknown fields as they are, and treats missing fields as not stated.
 */
record LaunchRecord(ObjectNode json) {

	/** Raised only when an older node could not work with what is written. */
	static final int VERSION = 1;

	static LaunchRecord of(Launch launch) {
		ObjectNode json = SharedJson.object(VERSION);
		json.put("id", launch.id());
		json.put("cookie", launch.cookieSecret());
		json.put("csrf", launch.csrfToken());
		json.set("authorization", SharedJson.tree(SavedAuthorization.of(launch.identity().authorization())));
		launch.user().ifPresent((user) -> json.set("user", SharedJson.tree(user)));
		return new LaunchRecord(json).with(launch.access().grant()).with(BedsideRecord.EMPTY);
	}

	static Optional<LaunchRecord> of(byte[] json) {
		return SharedJson.read(json, VERSION).map(LaunchRecord::new);
	}

	byte[] toJson() {
		return SharedJson.bytes(this.json);
	}

	LaunchRecord with(TokenGrant grant) {
		return with("grant", grant);
	}

	LaunchRecord with(BedsideRecord bedside) {
		return with("bedside", bedside);
	}

	private LaunchRecord with(String field, Object value) {
		ObjectNode changed = this.json.deepCopy();
		changed.set(field, SharedJson.tree(value));
		return new LaunchRecord(changed);
	}

	String id() {
		return text("id");
	}

	String cookieSecret() {
		return text("cookie");
	}

	String csrfToken() {
		return text("csrf");
	}

	SavedAuthorization authorization() {
		return SharedJson.value(this.json.path("authorization"), SavedAuthorization.class);
	}

	Optional<SignedInUser> user() {
		return this.json.has("user") ? Optional.of(SharedJson.value(this.json.path("user"), SignedInUser.class))
				: Optional.empty();
	}

	TokenGrant grant() {
		return SharedJson.value(this.json.path("grant"), TokenGrant.class);
	}

	BedsideRecord bedside() {
		return SharedJson.value(this.json.path("bedside"), BedsideRecord.class);
	}

	private String text(String field) {
		return this.json.path(field).asString();
	}

	/** Prints nothing of its content. */
	@Override
	public String toString() {
		return "LaunchRecord";
	}

}
