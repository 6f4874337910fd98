package org.twitchingreference.endtoend.faults;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The resources of an invented patient, as JSON, and what a search finds of them. */
record InventedChart(String patient, List<Resource> resources) {

	InventedChart {
		resources = List.copyOf(resources);
	}

	static InventedChart of(String patient, List<String> resources) {
		return new InventedChart(patient, resources.stream().map(Resource::parse).toList());
	}

	/** What answers the query itself. */
	List<String> matching(AskedQuery query) {
		return texts((resource) -> resource.matches(query, this.patient));
	}

	/** What comes along with it. */
	List<String> included(AskedQuery query) {
		return texts((resource) -> resource.isIncluded(query));
	}

	/** This chart with what the other has to answer the query, and nothing else. */
	InventedChart with(AskedQuery query, InventedChart other) {
		Stream<Resource> own = this.resources.stream().filter((resource) -> !resource.matches(query, this.patient));
		Stream<Resource> others = other.resources.stream().filter((resource) -> resource.matches(query, other.patient));
		return new InventedChart(this.patient, Stream.concat(own, others).toList());
	}

	/** This chart without anything for the query to find. */
	InventedChart without(AskedQuery query) {
		return with(query, new InventedChart(this.patient, List.of()));
	}

	private List<String> texts(Predicate<Resource> wanted) {
		return this.resources.stream().filter(wanted).map(Resource::json).toList();
	}

	/** A resource by what it can be found by. */
	record Resource(String json, String type, String id, String status, List<String> categories, List<String> codes) {

		private static final JsonMapper JSON = JsonMapper.shared();

		static Resource parse(String json) {
			JsonNode resource = JSON.readTree(json);
			return new Resource(json, resource.path("resourceType").asString(""), resource.path("id").asString(""),
					resource.path("status").asString(""), codes(resource.path("category")),
					codes(resource.path("code")));
		}

		boolean matches(AskedQuery query, String patient) {
			if (!this.type.equals(query.type())) {
				return false;
			}
			return query.isSearch() ? isAny(query.ids(patient), List.of(this.id))
					&& isAny(query.values("status"), List.of(this.status))
					&& isAny(query.values("category"), this.categories) && isAny(query.values("code"), this.codes)
					: query.ids(patient).contains(this.id);
		}

		boolean isIncluded(AskedQuery query) {
			return this.type.equals("Medication") && !query.values("_include").isEmpty();
		}

		private static boolean isAny(List<String> wanted, List<String> found) {
			return wanted.isEmpty() || found.stream().anyMatch(wanted::contains);
		}

		/** The codes of one concept, or of a list of them. */
		private static List<String> codes(JsonNode concepts) {
			return (concepts.isArray() ? concepts.valueStream() : Stream.of(concepts))
				.flatMap((concept) -> concept.path("coding").valueStream())
				.map((coding) -> coding.path("code").asString(""))
				.toList();
		}

	}

}
