package org.twitchingreference.fhir;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an EHR's FHIR server supports: the page size to request, the most pages to read
 * per query, how results, problems and medicines are searched for, the date prefix it
 * accepts, whether it can sort by date, the resource types that it does not offer, and
 * whether it can leave out elements that were not requested (_elements).
 */
public record Dialect(@DefaultValue("200") int count, @DefaultValue("50") int maximumPages,
		@DefaultValue Observations observations, @DefaultValue("ge") DatePrefix datePrefix,
		@DefaultValue("false") boolean sortsByDate, @DefaultValue Conditions conditions,
		@DefaultValue Medications medications, @DefaultValue Set<String> unsupported,
		@DefaultValue("false") boolean selectsElements) {

	private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{2,40}");

	private static final String UNSUPPORTED = "dialect.unsupported";

	private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{1,40}");

	/** For a server about which nothing is known. */
	public static final Dialect DEFAULT = new Dialect(200, 50, new Observations(Observations.By.AUTO, 50, List.of()),
			DatePrefix.GE, false, new Conditions(List.of(), false),
			new Medications(List.of("MedicationRequest"),
					List.of("active", "on-hold", "completed", "stopped", "unknown"), List.of(),
					Medications.NamedBy.INCLUDE, null),
			Set.of(), false);

	public Dialect {
		unsupported = Set.copyOf(unsupported);
		new FieldChecks()
			.require(count >= 1 && count <= 1000, "dialect.count", FieldFault.OUT_OF_RANGE,
					"set `dialect.count` to a page size between 1 and 1000")
			.require(maximumPages >= 1 && maximumPages <= 1000, "dialect.maximum-pages", FieldFault.OUT_OF_RANGE,
					"set `dialect.maximum-pages` to a number between 1 and 1000")
			.require(unsupported.stream().allMatch((type) -> TYPE.matcher(type).matches()), UNSUPPORTED,
					FieldFault.MALFORMED, "write `dialect.unsupported` as a list of FHIR resource types")
			.require(!unsupported.contains("Patient"), UNSUPPORTED, FieldFault.CONTRADICTION,
					"remove Patient from `dialect.unsupported`: a chart needs it")
			.require(medications.from().stream().noneMatch(unsupported::contains), UNSUPPORTED,
					FieldFault.CONTRADICTION,
					"keep each resource type in only one of `dialect.medications.from` and `dialect.unsupported`")
			.done();
	}

	/** Whether resources of the type may be requested from the server. */
	public boolean offers(String resourceType) {
		return !this.unsupported.contains(resourceType);
	}

	private static FieldChecks words(FieldChecks checks, String field, List<String> words) {
		return checks.require(words.stream().allMatch((word) -> WORD.matcher(word).matches()), "dialect." + field,
				FieldFault.MALFORMED, "write `dialect." + field + "` as a list of FHIR codes in lower case");
	}

	/** The prefix of a date in a search (FHIR R4 search, 3.1.1.5.6). */
	public enum DatePrefix {

		/** Greater or equal. */
		GE,
		/** Greater; the search then names the day before. */
		GT,
		/** The server accepts no date; the search has none. */
		NONE

	}

	/**
	 * How Observations are searched for, how many codes stand in one query, and the
	 * statuses to search for (none: the search does not name a status).
	 */
	public record Observations(@DefaultValue("auto") By by, @DefaultValue("50") int codesPerQuery,
			@DefaultValue List<String> statuses) {

		public Observations {
			statuses = List.copyOf(statuses);
			words(new FieldChecks().require(codesPerQuery >= 1 && codesPerQuery <= 200,
					"dialect.observations.codes-per-query", FieldFault.OUT_OF_RANGE,
					"set `dialect.observations.codes-per-query` to a number between 1 and 200"),
					"observations.statuses", statuses)
				.done();
		}

		/** By what Observations are searched. */
		public enum By {

			/** By code, and by category if the server does not accept that. */
			AUTO,
			/** By code only. */
			CODE,
			/** By category only. */
			CATEGORY,
			/** By category and code, both in each query. */
			BOTH

		}

	}

	/**
	 * The categories of Conditions to search for (none: the search does not name a
	 * category), and whether each needs a query of its own.
	 */
	public record Conditions(@DefaultValue List<String> categories, @DefaultValue("false") boolean oneByOne) {

		public Conditions {
			categories = List.copyOf(categories);
			words(new FieldChecks(), "conditions.categories", categories).done();
		}

	}

	/**
	 * The resource types that hold medicines, the statuses and intents of orders to
	 * search for (none: the search does not name any), how the Medication that an entry
	 * refers to is found, and whether the server can filter by when an entry was last
	 * changed: orders that ended longer ago than any rule looks back are then not
	 * searched for. If the registration does not say, the CapabilityStatement decides.
	 */
	// @formatter:off
	public record Medications(@DefaultValue("MedicationRequest") List<String> from,
			@DefaultValue({ "active", "on-hold", "completed", "stopped", "unknown" }) List<String> statuses,
			@DefaultValue List<String> intents, @DefaultValue("include") NamedBy namedBy,
			@Nullable Boolean filteredByUpdate) {
		// @formatter:on

		private static final Set<String> TYPES = Set.of("MedicationRequest", "MedicationStatement",
				"MedicationAdministration", "MedicationDispense");

		public Medications {
			from = List.copyOf(from);
			statuses = List.copyOf(statuses);
			intents = List.copyOf(intents);
			FieldChecks checks = new FieldChecks().require(
					!from.isEmpty() && TYPES.containsAll(from) && Set.copyOf(from).size() == from.size(),
					"dialect.medications.from", FieldFault.OUT_OF_RANGE,
					"write `dialect.medications.from` as a list of MedicationRequest, MedicationStatement,"
							+ " MedicationAdministration, MedicationDispense, each at most once");
			words(checks, "medications.statuses", statuses);
			words(checks, "medications.intents", intents).done();
		}

		/** How the Medication that an entry refers to is found. */
		public enum NamedBy {

			/**
			 * By _include in the search; a Medication that is not included is read by its
			 * address.
			 */
			INCLUDE,
			/** Read by its address. */
			READ,
			/** Searched for by {@code _id}. */
			SEARCH,
			/** Contained in the entry; nothing else is read. */
			CONTAINED

		}

	}

}
