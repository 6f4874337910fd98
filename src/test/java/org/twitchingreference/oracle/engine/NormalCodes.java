package org.twitchingreference.oracle.engine;

import java.util.List;
import java.util.Locale;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * Codes as their systems write them, as a terminology server takes them; what a system
 * cannot have is put under no system of it. Written apart from the product, from
 * SEMANTICS.md.
 */
final class NormalCodes {

	private static final String OID = "2.16.840.1.113883.6.";

	private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

	private static final String VERHOEFF = "1576283094";

	private NormalCodes() {
	}

	static void in(Resource resource) {
		List<Coding> codings = TERSER.getAllPopulatedChildElementsOfType(resource, Coding.class);
		codings.stream().filter((coding) -> coding.hasSystem() && coding.hasCode()).forEach(NormalCodes::normalise);
	}

	private static void normalise(Coding coding) {
		String system = system(coding.getSystem());
		String code = coding.getCode().strip();
		boolean doubted = coding.getExtension()
			.stream()
			.filter((extension) -> extension.getUrl().endsWith("/icd-10-gm-diagnosesicherheit"))
			.anyMatch((extension) -> !(extension.getValue() instanceof Coding said) || !"G".equals(said.getCode()));
		if (doubted) {
			coding.setSystem(system + "#doubted");
			return;
		}
		coding.setSystem(system);
		if (system.endsWith("/atc")) {
			coding.setCode(code.toUpperCase(Locale.ROOT));
		}
		else if (system.endsWith("icd-10-cm")) {
			String bare = code.toUpperCase(Locale.ROOT).replaceAll("\\.?-$|\\.$", "");
			if (bare.matches("[A-Z]\\d[0-9A-Z](\\.?[0-9A-Z]{1,4})?") && !bare.matches("V\\d\\d\\.?\\d{0,2}")) {
				String joined = bare.replace(".", "");
				coding.setCode((joined.length() > 3) ? joined.substring(0, 3) + "." + joined.substring(3) : joined);
			}
			else {
				coding.setSystem(system + "#none");
			}
		}
		else if (system.endsWith("/icd-10")) {
			String bare = code.toUpperCase(Locale.ROOT).replaceAll("[!*+#\u2020]$", "").replaceAll("\\.?--?$|\\.$", "");
			boolean right = bare.matches("[A-Z]\\d\\d(\\.?\\d{1,4}[GLRB]?)?");
			String joined = bare.replace(".", "");
			coding.setCode((right && joined.length() > 3) ? joined.substring(0, 3) + "." + joined.charAt(3) : joined);
			coding.setSystem(right ? system : system + "#none");
		}
		else if (system.equals("http://loinc.org") && !code.startsWith("L") && !luhn(code)) {
			coding.setSystem(system + "#none");
		}
		else if (system.endsWith("snomed.info/sct")) {
			String bare = code.replaceAll("\\s*\\|[^|]*\\|$", "");
			boolean right = bare.matches("[1-9]\\d{5,17}") && bare.matches(".*[01]0.") && checks(bare);
			coding.setCode(right ? bare : code).setSystem(right ? system : system + "#none");
		}
	}

	private static String system(String written) {
		String bare = written.strip().replaceAll("\\s*\\|.*", "");
		String address = bare.toLowerCase(Locale.ROOT)
			.replaceAll("^(https?://|urn:oid:)", "")
			.replaceAll("/+$", "")
			.replaceAll("^snomed.info/sct/\\d+(/version/\\d+)?$", "snomed.info/sct");
		return switch (address) {
			case "snomed.info/sct", OID + "96" -> "http://snomed.info/sct";
			case "hl7.org/fhir/sid/icd-10-cm", OID + "90" -> "http://hl7.org/fhir/sid/icd-10-cm";
			case "loinc.org", OID + "1" -> "http://loinc.org";
			case "www.nlm.nih.gov/research/umls/rxnorm", OID + "88" -> "http://www.nlm.nih.gov/research/umls/rxnorm";
			case "www.whocc.no/atc", "fhir.de/codesystem/bfarm/atc", "fhir.de/codesystem/dimdi/atc",
					"hl7.org/fhir/sid/atc", OID + "73" ->
				"http://www.whocc.no/atc";
			case "hl7.org/fhir/sid/icd-10", OID + "3", OID + "3.3", OID + "3.2", OID + "94", OID + "135",
					"fhir.de/codesystem/bfarm/icd-10-gm", "fhir.de/codesystem/dimdi/icd-10-gm",
					"hl7.org/fhir/sid/icd-10-de", "hl7.org/fhir/sid/icd-10-gm", "hl7.org/fhir/sid/icd-10-ca",
					"hl7.org/fhir/sid/icd-10-am", "hl7.org/fhir/sid/icd-10-nl", "hl7.org/fhir/sid/icd-10-uk",
					"terminology.hl7.org/codesystem/dmdicd10", "1.2.276.0.76.5.409" ->
				"http://hl7.org/fhir/sid/icd-10";
			default -> bare;
		};
	}

	/** The last digit brings the sum to tens, where every other one counts twice. */
	private static boolean luhn(String code) {
		if (!code.matches("\\d{1,7}-\\d")) {
			return false;
		}
		int sum = 0;
		String digits = code.replace("-", "");
		for (int place = 0; place < digits.length(); place++) {
			int digit = Character.digit(digits.charAt(digits.length() - 1 - place), 10);
			sum += (place % 2 == 0) ? digit : "0246813579".charAt(digit) - '0';
		}
		return sum % 10 == 0;
	}

	private static boolean checks(String digits) {
		int sum = 0;
		for (int place = 0; place < digits.length(); place++) {
			int digit = Character.digit(digits.charAt(digits.length() - 1 - place), 10);
			for (int times = 0; times < place % 8; times++) {
				digit = Character.digit(VERHOEFF.charAt(digit), 10);
			}
			sum = dihedral(sum, digit);
		}
		return sum == 0;
	}

	/** The product in the group of a pentagon's symmetries. */
	private static int dihedral(int one, int other) {
		if (one < 5) {
			return (other < 5) ? (one + other) % 5 : 5 + (one + other - 5) % 5;
		}
		return (other < 5) ? 5 + (one - other) % 5 : (one - other + 5) % 5;
	}

}
