package org.twitchingreference.ordering;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.orders.Complaint;
import org.twitchingreference.knowledge.orders.Ordering.Item;
import tools.jackson.databind.json.JsonMapper;

/**
 * One order as a draft for somebody to sign in the EHR: a FHIR ServiceRequest for
 * something that has a code, for one patient; and the search that finds it if it was
 * drafted before.
 */
public record DraftOrder(String name, String json, String ifNoneExist) {

	private static final String IDENTIFIED_BY = "http://twitchingreference.org/fhir/drafts";

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The reason is sent as a code and in words. Within a launch the same order always
	 * has the same identifier, a hash from which the launch cannot be learnt.
	 */
	public static DraftOrder of(Item item, Code code, Urgency urgency, Complaint complaint, String reason,
			String patientId, String launchId) {
		String identifier = UUID
			.nameUUIDFromBytes(String.join("|", launchId, code.system(), code.code()).getBytes(StandardCharsets.UTF_8))
			.toString();
		Map<String, Object> request = new LinkedHashMap<>();
		request.put("resourceType", "ServiceRequest");
		request.put("identifier", List.of(Map.of("system", IDENTIFIED_BY, "value", identifier)));
		request.put("status", "draft");
		request.put("intent", "proposal");
		request.put("priority", priority(urgency));
		request.put("code", concept(code, item.display(), item.name()));
		request.put("subject", Map.of("reference", "Patient/" + patientId));
		request.put("reasonCode", List.of(concept(complaint.code(), complaint.display(), reason)));
		return new DraftOrder(item.name(), JSON.writeValueAsString(request),
				"identifier=" + IDENTIFIED_BY + "|" + identifier);
	}

	private static Map<String, Object> concept(Code code, String display, String text) {
		Map<String, Object> coding = new LinkedHashMap<>();
		coding.put("system", code.system());
		coding.put("code", code.code());
		coding.put("display", display);
		Map<String, Object> concept = new LinkedHashMap<>();
		concept.put("coding", List.of(coding));
		concept.put("text", text);
		return concept;
	}

	/** FHIR's request-priority, as the knowledge uses it. */
	private static String priority(Urgency urgency) {
		return switch (urgency) {
			case ROUTINE -> "routine";
			case SOON -> "asap";
			case URGENT -> "urgent";
			case EMERGENCY -> "stat";
		};
	}

	/** Never prints whose it is. */
	@Override
	public String toString() {
		return "DraftOrder[" + this.name + "]";
	}

}
