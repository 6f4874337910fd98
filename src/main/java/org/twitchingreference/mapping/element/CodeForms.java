package org.twitchingreference.mapping.element;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twitchingreference.clinical.Code;

/**
 * Codes in the form in which their code systems write them, under the one address of
 * each: only where it is certain which is meant. A code that its system cannot have says
 * nothing, and is left out.
 */
final class CodeForms {

	private static final String SNOMED = "http://snomed.info/sct";

	private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

	private static final String ATC = "http://www.whocc.no/atc";

	private static final String LOINC = "http://loinc.org";

	private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	/** By address in lower case, without scheme and closing slash, or by OID. */
	private static final Map<String, String> SYSTEMS = Map.ofEntries(Map.entry("snomed.info/sct", SNOMED),
			Map.entry("2.16.840.1.113883.6.96", SNOMED), Map.entry("hl7.org/fhir/sid/icd-10-cm", ICD_10_CM),
			Map.entry("2.16.840.1.113883.6.90", ICD_10_CM), Map.entry("loinc.org", LOINC),
			Map.entry("2.16.840.1.113883.6.1", LOINC), Map.entry("www.nlm.nih.gov/research/umls/rxnorm", RXNORM),
			Map.entry("2.16.840.1.113883.6.88", RXNORM), Map.entry("www.whocc.no/atc", ATC),
			Map.entry("2.16.840.1.113883.6.73", ATC), Map.entry("fhir.de/codesystem/bfarm/atc", ATC),
			Map.entry("fhir.de/codesystem/dimdi/atc", ATC));

	/** A module of SNOMED CT, and a version of it. */
	private static final Pattern EDITION = Pattern.compile("snomed\\.info/sct/\\d{6,18}(/version/\\d{6,8})?");

	/** Category and the rest, with or without its dot; "N18.-" is the category. */
	private static final Pattern ICD = Pattern.compile("([A-Z][0-9][0-9A-Z])(?:\\.?([0-9A-Z]{1,4}))?(?:\\.?-|\\.)?");

	/** A concept, maybe with its term; an expression of several is not read. */
	private static final Pattern CONCEPT = Pattern.compile("([1-9]\\d{2,14}[01]0\\d)(?:\\s*\\|[^|]*\\|)?");

	private CodeForms() {
	}

	/** Empty where the system has no such code. */
	static Optional<Code> of(String system, String code) {
		String canonical = system(system);
		String bare = ChartText.name(code).strip();
		return switch (canonical) {
			case SNOMED -> concept(bare).map((id) -> new Code(canonical, id));
			case ICD_10_CM -> icd(bare.toUpperCase(Locale.ROOT)).map((form) -> new Code(canonical, form));
			case ATC -> Optional.of(new Code(canonical, bare.toUpperCase(Locale.ROOT)));
			default -> Optional.of(new Code(canonical, bare));
		};
	}

	/** Its one address; one that is not known stays what it is. */
	private static String system(String written) {
		String address = written.strip();
		int version = address.indexOf('|');
		String bare = ((version > 0) ? address.substring(0, version) : address).strip();
		String key = bare.toLowerCase(Locale.ROOT).replaceFirst("^(https?://|urn:oid:)", "").replaceFirst("/+$", "");
		return EDITION.matcher(key).matches() ? SNOMED : SYSTEMS.getOrDefault(key, bare);
	}

	private static Optional<String> icd(String code) {
		Matcher form = ICD.matcher(code);
		if (!form.matches()) {
			return Optional.empty();
		}
		return Optional.of((form.group(2) == null) ? form.group(1) : form.group(1) + "." + form.group(2));
	}

	private static Optional<String> concept(String code) {
		Matcher form = CONCEPT.matcher(code);
		return (form.matches() && CheckDigit.isRight(form.group(1))) ? Optional.of(form.group(1)) : Optional.empty();
	}

}
