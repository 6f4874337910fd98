package org.twitchingreference.chart;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.launch.FhirSession;
import org.twitchingreference.registration.Dialect;

import org.springframework.web.util.UriUtils;

/**
 * How one part of the chart is asked for. Only parameters that are needed: servers reject
 * the ones they do not know, so nothing is sorted (all pages are read anyway). Medicines
 * are asked for with every status that may mean use, ended ones too, since a depot still
 * acts; "unknown" is asked for so that it can be named. Of the vital signs, which are
 * many, only those with the given codes are.
 */
record Query(Part part, String resourceType, String words, List<Code> codes) {

	Query {
		codes = List.copyOf(codes);
	}

	static Query of(Part part, Asked asked) {
		return new Query(part, part.types().get(0), part.words(),
				asked.codes(part).stream().sorted(Comparator.comparing(Code::code)).toList());
	}

	/** Whether it is asked for by the codes that are known of it. */
	boolean isByCode() {
		return this.part != Part.ALLERGIES && !this.part.isFoundation();
	}

	/** The location of the first page. */
	String location(FhirSession session) {
		String patient = UriUtils.encode(session.patientId(), StandardCharsets.UTF_8);
		Dialect dialect = session.dialect();
		String search = this.resourceType + "?patient=" + patient;
		String count = "&_count=" + dialect.count();
		return switch (this.part) {
			case PATIENT -> "Patient/" + patient;
			case LABORATORY -> search + "&" + category() + count;
			case MEDICATIONS -> search + "&status=active,on-hold,completed,stopped,unknown" + count
					+ (dialect.includesMedication() ? "&_include=MedicationRequest:medication" : "");
			case PROBLEMS, ALLERGIES -> search + count;
			case VITAL_SIGNS, ORDERS, STUDIES, SOCIAL_HISTORY, PREGNANCY, SCORES ->
				search + "&code=" + tokens() + count;
		};
	}

	private String tokens() {
		return this.codes.stream()
			.map((code) -> UriUtils.encode(code.system() + "|" + code.code(), StandardCharsets.UTF_8))
			.collect(Collectors.joining(","));
	}

	/** The category that all that is asked for is of, empty when it is of any. */
	String category() {
		return switch (this.part) {
			case LABORATORY -> "category=laboratory";
			case VITAL_SIGNS -> "category=vital-signs";
			case SOCIAL_HISTORY, PREGNANCY -> "category=social-history";
			case SCORES -> "category=survey";
			case PATIENT, MEDICATIONS, PROBLEMS, ORDERS, STUDIES, ALLERGIES -> "";
		};
	}

}
