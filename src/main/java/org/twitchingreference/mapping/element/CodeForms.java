package org.twitchingreference.mapping.element;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twitchingreference.clinical.Code;

/**
 * Codes in the form that their code systems use, under one address for each system, and
 * only where it is certain what is meant. What cannot be a code of its system is left
 * out.
 */
final class CodeForms {

	private static final String SNOMED = "http://snomed.info/sct";

	private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

	/** The WHO's, which the modifications of most countries only divide further. */
	private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";

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
			Map.entry("fhir.de/codesystem/dimdi/atc", ATC), Map.entry("hl7.org/fhir/sid/atc", ATC),
			Map.entry("hl7.org/fhir/sid/icd-10", ICD_10), Map.entry("2.16.840.1.113883.6.3", ICD_10),
			Map.entry("fhir.de/codesystem/bfarm/icd-10-gm", ICD_10),
			Map.entry("fhir.de/codesystem/dimdi/icd-10-gm", ICD_10), Map.entry("hl7.org/fhir/sid/icd-10-de", ICD_10),
			Map.entry("hl7.org/fhir/sid/icd-10-gm", ICD_10), Map.entry("1.2.276.0.76.5.409", ICD_10),
			Map.entry("terminology.hl7.org/codesystem/dmdicd10", ICD_10), Map.entry("2.16.840.1.113883.6.3.3", ICD_10),
			Map.entry("2.16.840.1.113883.6.3.2", ICD_10), Map.entry("hl7.org/fhir/sid/icd-10-ca", ICD_10),
			Map.entry("2.16.840.1.113883.6.94", ICD_10), Map.entry("hl7.org/fhir/sid/icd-10-am", ICD_10),
			Map.entry("2.16.840.1.113883.6.135", ICD_10), Map.entry("hl7.org/fhir/sid/icd-10-nl", ICD_10),
			Map.entry("hl7.org/fhir/sid/icd-10-uk", ICD_10));

	/** Nearly all codes have one of these addresses, and need no further look. */
	private static final Set<String> CANONICAL = Set.copyOf(SYSTEMS.values());

	/** The scheme of an address, and slashes that end it. */
	private static final Pattern AROUND = Pattern.compile("^(?:https?://|urn:oid:)|/+$");

	/** A module of SNOMED CT, and a version of it. */
	private static final Pattern EDITION = Pattern.compile("snomed\\.info/sct/\\d{6,18}(/version/\\d{6,8})?");

	/** Category and the rest, with or without its dot; "N18.-" is the category. */
	private static final Pattern ICD = Pattern.compile("([A-Z][0-9][0-9A-Z])(?:\\.?([0-9A-Z]{1,4}))?(?:\\.?-|\\.)?");

	/** ICD-9 under another name: transport accidents have seven places in ICD-10-CM. */
	private static final Pattern ICD_9 = Pattern.compile("V[0-9]{2}(?:\\.?[0-9]{1,2})?");

	/**
	 * Of a WHO code the category and its first subdivision, which all national
	 * modifications share, with the marks these add: cross and asterisk, "!", a side, "G"
	 * for a certain diagnosis.
	 */
	private static final Pattern STEM = Pattern
		.compile("([A-Z][0-9]{2})(?:\\.?([0-9])[0-9]{0,3}[GLRB]?)?(?:\\.?-{1,2}|\\.)?[!*+#\u2020]?");

	/** A code with its check digit; answers, lists and parts begin with letters. */
	private static final Pattern TERM = Pattern.compile("(\\d{1,7})-(\\d)");

	/** A concept, maybe with its term; an expression of several is not read. */
	private static final Pattern CONCEPT = Pattern.compile("([1-9]\\d{2,14}[01]0\\d)(?:\\s*\\|[^|]*\\|)?");

	private CodeForms() {
	}

	/** The code in the form of its system; empty where it cannot be one. */
	static Optional<Code> of(String system, String code) {
		String canonical = system(system);
		String bare = ChartText.name(code).strip();
		return switch (canonical) {
			case SNOMED -> concept(bare).map((id) -> new Code(canonical, id));
			case ICD_10_CM -> icd(bare.toUpperCase(Locale.ROOT)).map((form) -> new Code(canonical, form));
			case ICD_10 -> form(STEM, bare.toUpperCase(Locale.ROOT)).map((form) -> new Code(canonical, form));
			case LOINC -> isTerm(bare) ? Optional.of(new Code(canonical, bare)) : Optional.empty();
			case ATC -> Optional.of(new Code(canonical, bare.toUpperCase(Locale.ROOT)));
			default -> Optional.of(new Code(canonical, bare));
		};
	}

	/** The one address of the system; one that is not known is not changed. */
	private static String system(String written) {
		return CANONICAL.contains(written) ? written : canonical(written);
	}

	private static String canonical(String written) {
		String address = written.strip();
		int version = address.indexOf('|');
		String bare = ((version > 0) ? address.substring(0, version) : address).strip();
		String key = AROUND.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
		return EDITION.matcher(key).matches() ? SNOMED : SYSTEMS.getOrDefault(key, bare);
	}

	private static Optional<String> icd(String code) {
		return ICD_9.matcher(code).matches() ? Optional.empty() : form(ICD, code);
	}

	private static Optional<String> form(Pattern pattern, String code) {
		Matcher form = pattern.matcher(code);
		if (!form.matches()) {
			return Optional.empty();
		}
		return Optional.of((form.group(2) == null) ? form.group(1) : form.group(1) + "." + form.group(2));
	}

	/** LOINC's check digit is that of Luhn's formula. */
	private static boolean isTerm(String code) {
		Matcher term = TERM.matcher(code);
		return term.matches() ? CheckDigit.isLuhn(term.group(1), term.group(2).charAt(0) - '0') : code.startsWith("L");
	}

	private static Optional<String> concept(String code) {
		Matcher form = CONCEPT.matcher(code);
		return (form.matches() && CheckDigit.isVerhoeff(form.group(1))) ? Optional.of(form.group(1)) : Optional.empty();
	}

}
