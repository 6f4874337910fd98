package org.twitchingreference.chart;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.BundleChart;

/** Short FHIR JSON for the tests, written with single quotes. */
public final class Fhir {

	public static final String PATIENT = """
			{'resourceType':'Patient','id':'p1','gender':'female','birthDate':'1960-03-04',
			 'name':[{'use':'old','text':'Before'},{'use':'official','family':'Doe','given':['Jane','A.']}]}""";

	public static final ChartRequirements WEIGHT = new ChartRequirements(
			Map.of(Part.VITAL_SIGNS, Set.of(new Code("http://loinc.org", "29463-7"))), Map.of());

	public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private Fhir() {
	}

	public static byte[] bytes(String json) {
		return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
	}

	public static FhirReply body(String json) {
		return new FhirReply.Body(bytes(json));
	}

	/** A searchset of the resources. */
	public static String page(String... resources) {
		return bundle("", resources);
	}

	/** A searchset of the resources with a link to the next page. */
	public static String pageBefore(String next, String... resources) {
		return bundle("'link':[{'relation':'self','url':'x'},{'relation':'next','url':'" + next + "'}],", resources);
	}

	public static String bundle(String fields, String... resources) {
		String entries = Arrays.stream(resources)
			.map((resource) -> "{'resource':" + resource + "}")
			.collect(Collectors.joining(","));
		return "{'resourceType':'Bundle'," + fields + "'type':'searchset','entry':[" + entries + "]}";
	}

	public static String lab(String id, String fields) {
		return "{'resourceType':'Observation','id':'" + id + "','status':'final','subject':{'reference':'Patient/p1'},"
				+ "'code':{'text':'Potassium','coding':[{'system':'http://loinc.org','code':'2823-3'}]}" + more(fields)
				+ "}";
	}

	public static String order(String id, String fields) {
		return "{'resourceType':'MedicationRequest','id':'" + id
				+ "','intent':'order','subject':{'reference':'Patient/p1'}" + more(fields) + "}";
	}

	public static String problem(String id, String fields) {
		return "{'resourceType':'Condition','id':'" + id
				+ "','code':{'text':'Migraine'},'subject':{'reference':'Patient/p1'}" + more(fields) + "}";
	}

	public static String outcome(String severity, String fields) {
		return "{'resourceType':'OperationOutcome','issue':[{'severity':'" + severity + "'" + more(fields) + "}]}";
	}

	/** The chart of a file with the patient and the resources. */
	public static Chart chart(String... resources) {
		String[] all = new String[resources.length + 1];
		all[0] = PATIENT;
		System.arraycopy(resources, 0, all, 1, resources.length);
		return BundleChart.from(bytes(page(all)));
	}

	private static String more(String fields) {
		return fields.isEmpty() ? "" : "," + fields;
	}

}
