package org.twitchingreference.mapping.entry;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.element.ServerAddress;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Whose chart it is: the patient's logical id, in a Bundle also the patient's fullUrl,
 * the base of the server if known, and the identifiers and names by which entries of a
 * Bundle may refer to the patient instead; of each name the words of the family name.
 */
public record ChartPatient(String id, String fullUrl, String server, Set<BusinessIdentifier> identifiers,
		Set<Set<String>> names) {

	private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");

	public ChartPatient {
		server = ServerAddress.of(server);
		identifiers = Set.copyOf(identifiers);
		names = Set.copyOf(names);
	}

	/** A patient of whom no identifiers and names are known. */
	public ChartPatient(String id, String fullUrl, String server) {
		this(id, fullUrl, server, Set.of(), Set.of());
	}

	/** The patient of a Bundle, with its address there. */
	public static ChartPatient ofFile(String id, String fullUrl, List<Patient> records) {
		return new ChartPatient(id, fullUrl, ServerAddress.ofResource(fullUrl),
				records.stream()
					.flatMap((one) -> one.getIdentifier().stream())
					.flatMap((one) -> BusinessIdentifier.of(one).stream())
					.collect(Collectors.toSet()),
				records.stream()
					.flatMap((one) -> one.getName().stream())
					.flatMap(ChartPatient::names)
					.collect(Collectors.toSet()));
	}

	/** The words to compare; of a name without a family name, any single word will do. */
	private static Stream<Set<String>> names(HumanName name) {
		Stream<Set<String>> names = name.hasFamily() ? Stream.of(words(name.getFamily()))
				: words(name.getText()).stream().map(Set::of);
		return names.filter((words) -> !words.isEmpty());
	}

	private static Set<String> words(@Nullable String name) {
		return NO_LETTER.splitAsStream(Objects.toString(name, "").toLowerCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	public String reference() {
		return this.id.startsWith("urn:") ? this.id : "Patient/" + this.id;
	}

	public boolean isRecord(BundleEntry entry) {
		return this.fullUrl.isEmpty() ? this.id.equals(entry.id()) : this.fullUrl.equals(entry.fullUrl());
	}

	/**
	 * Whether the subject of the resource at the address may be this patient: a resource
	 * without a subject answered a query for this patient, one with another subject is
	 * somebody else's, and one whose subject is only an identifier is this patient's
	 * where the patient has that, or only a name where it is called so. The same id on
	 * another server is another patient, also when the resource comes from there. A
	 * server that was asked may use another name for itself in the addresses of entries,
	 * but not in their subjects; in a file, a relative subject is on the server of its
	 * resource (R4, 2.36.4.1).
	 */
	public boolean mayBe(Reference subject, String resourceUrl) {
		String address = Objects.toString(subject.getReferenceElement_().getValueAsString(), "").strip();
		if (!this.fullUrl.isEmpty() && address.equals(this.fullUrl)) {
			return true;
		}
		if (address.isEmpty()) {
			boolean named = subject.hasIdentifier() ? isNamed(subject.getIdentifier()) : isCalled(subject.getDisplay());
			return named && isHere("", resourceUrl);
		}
		IdType named = new IdType(address);
		return "Patient".equals(named.getResourceType()) && this.id.equals(named.getIdPart())
				&& isHere(ServerAddress.ofResource(address), resourceUrl);
	}

	private boolean isNamed(Identifier identifier) {
		return BusinessIdentifier.of(identifier).filter(this.identifiers::contains).isPresent();
	}

	/** Whether the family name of the patient stands in it, if there are both. */
	private boolean isCalled(@Nullable String display) {
		Set<String> words = words(display);
		return words.isEmpty() || this.names.isEmpty() || this.names.stream().anyMatch(words::containsAll);
	}

	/** Whether a subject that is not this patient is another patient, not a group. */
	static boolean isPatient(Reference subject) {
		String address = Objects.toString(subject.getReferenceElement_().getValueAsString(), "").strip();
		return "Patient".equals(new IdType(address).getResourceType());
	}

	private boolean isHere(String base, String resourceUrl) {
		String own = ServerAddress.ofResource(resourceUrl);
		if (this.server.isEmpty()) {
			return base.isEmpty() || own.isEmpty() || base.equals(own);
		}
		String meant = (base.isEmpty() && !this.fullUrl.isEmpty()) ? own : base;
		return meant.isEmpty() || meant.equals(this.server);
	}

	/** Never prints whose it is. */
	@Override
	public String toString() {
		return "ChartPatient[...]";
	}

	/** A FHIR Identifier by its system and value; both must be equal. */
	public record BusinessIdentifier(String system, String value) {

		static Optional<BusinessIdentifier> of(Identifier identifier) {
			String value = Objects.toString(identifier.getValue(), "").strip();
			return value.isEmpty() ? Optional.empty()
					: Optional.of(new BusinessIdentifier(Objects.toString(identifier.getSystem(), "").strip(), value));
		}

		/** Never prints what it holds of a patient. */
		@Override
		public String toString() {
			return "BusinessIdentifier[...]";
		}

	}

}
