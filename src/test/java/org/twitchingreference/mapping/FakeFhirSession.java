package org.twitchingreference.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.twitchingreference.chart.Dialects;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.fhir.DeclaredCapabilities;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.reading.query.QueryPlan;

/** An EHR of canned answers: an empty chart of Patient/p1 unless told otherwise. */
public final class FakeFhirSession implements FhirSession {

	public static final String PATIENT = "Patient/p1";

	public static final String LABS = "Observation?patient=p1&category=laboratory&_count=20";

	public static final String REPORTS = "DiagnosticReport?patient=p1&_count=20";

	public static final String ORDERS = "MedicationRequest?patient=p1&status=active,on-hold,unknown&_count=20";

	public static final String ENDED_ORDERS = "MedicationRequest?patient=p1&status=completed,stopped&_count=20";

	public static final String PROBLEMS = "Condition?patient=p1&_count=20";

	public static final String ALLERGIES = "AllergyIntolerance?patient=p1&_count=20";

	public static final String WEIGHT = "Observation?patient=p1&code=http%3A%2F%2Floinc.org%7C29463-7&_count=20";

	private final Map<String, Supplier<FhirReply>> replies = new ConcurrentHashMap<>();

	private final Set<String> refusedTypes = new HashSet<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private String patientId = "p1";

	private Dialect dialect = Dialects.plain().dialect();

	private String server = "";

	private String registration = "";

	private int requestsAtOnce = 24;

	private Runnable meanwhile = () -> {
	};

	public FakeFhirSession() {
		answers(PATIENT, Fhir.PATIENT);
		answers(LABS, Fhir.page());
		answers(REPORTS, Fhir.page());
		answers(ORDERS, Fhir.page());
		answers(ENDED_ORDERS, Fhir.page());
		answers(PROBLEMS, Fhir.page());
		answers(WEIGHT, Fhir.page());
		answers(ALLERGIES, Fhir.page());
	}

	public FakeFhirSession answers(String location, String json) {
		return answers(location, () -> Fhir.body(json));
	}

	public FakeFhirSession fails(String location, Failure.Kind kind, int status) {
		return answers(location, () -> new Failure(kind, status));
	}

	public FakeFhirSession answers(String location, Supplier<FhirReply> reply) {
		this.replies.put(location, reply);
		return this;
	}

	/** Answers the same, whatever is asked, for the patient. */
	public FakeFhirSession alwaysAnswers(String patient, FhirReply reply) {
		this.patientId = patient;
		new QueryPlan(this, Fhir.WEIGHT, Fhir.TODAY, (query) -> false, DeclaredCapabilities.NONE).queries()
			.values()
			.forEach((queries) -> queries.forEach((query) -> answers(query.location(), () -> reply)));
		return this;
	}

	public FakeFhirSession isServer(String base) {
		this.server = base;
		return this;
	}

	/** Is of another EHR than those that say nothing. */
	public FakeFhirSession isOf(String ehr) {
		this.registration = ehr;
		return this;
	}

	public FakeFhirSession speaks(Dialect other) {
		this.dialect = other;
		return this;
	}

	public FakeFhirSession takesAtOnce(int requests) {
		this.requestsAtOnce = requests;
		return this;
	}

	/** Does this while each request is under way. */
	public FakeFhirSession meanwhile(Runnable action) {
		this.meanwhile = action;
		return this;
	}

	public FakeFhirSession refuses(String resourceType) {
		this.refusedTypes.add(resourceType);
		return this;
	}

	public List<String> asked() {
		return this.asked;
	}

	@Override
	public String patientId() {
		return this.patientId;
	}

	@Override
	public String server() {
		return this.server;
	}

	@Override
	public String registration() {
		return this.registration;
	}

	@Override
	public Dialect dialect() {
		return this.dialect;
	}

	@Override
	public boolean mayRead(String resourceType) {
		return !this.refusedTypes.contains(resourceType);
	}

	@Override
	public int requestsAtOnce() {
		return this.requestsAtOnce;
	}

	@Override
	public FhirReply get(String location) {
		this.asked.add(location);
		this.meanwhile.run();
		return this.replies.getOrDefault(location, () -> unknown(location)).get();
	}

	/** No report holds results unless told otherwise. */
	private static FhirReply unknown(String location) {
		return location.startsWith("DiagnosticReport?") ? Fhir.body(Fhir.page())
				: new Failure(Failure.Kind.NOT_FOUND, 404);
	}

}
