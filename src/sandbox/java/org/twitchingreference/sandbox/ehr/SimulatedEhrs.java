package org.twitchingreference.sandbox.ehr;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.sandbox.chart.Clinician;
import org.twitchingreference.sandbox.quirks.BreakTheGlass;
import org.twitchingreference.sandbox.quirks.CountedRequests;
import org.twitchingreference.sandbox.quirks.Cursors;
import org.twitchingreference.sandbox.quirks.Habits;
import org.twitchingreference.sandbox.quirks.Lies;
import org.twitchingreference.sandbox.quirks.MedicationShapes;
import org.twitchingreference.sandbox.quirks.Quirk;
import org.twitchingreference.sandbox.quirks.Refusals;
import org.twitchingreference.sandbox.quirks.Reply;
import org.twitchingreference.sandbox.quirks.ResultShapes;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The EHRs that the sandbox simulates: vendors, as their documentation and reports of
 * developers describe them (nothing was tried against a vendor's system); servers that
 * are busy, slow or broken; and a hostile one.
 */
public final class SimulatedEhrs {

	private static final AuthorizationProfile BASIC = AuthorizationProfile.STANDARD
		.client(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

	private static final AuthorizationProfile POST = AuthorizationProfile.STANDARD
		.client(ClientAuthenticationMethod.CLIENT_SECRET_POST);

	private static final AuthorizationProfile KEY = AuthorizationProfile.STANDARD
		.client(ClientAuthenticationMethod.PRIVATE_KEY_JWT);

	private static final Set<String> PREFIXES = Set.of("eq", "lt", "le", "gt", "ge");

	private static final String STATEMENT = "MedicationStatement";

	private static final String ORDER = "MedicationRequest";

	private static final String INCLUDE = "_include";

	private SimulatedEhrs() {
	}

	/** New instances, each with a state of its own. */
	public static List<SimulatedEhr> all() {
		List<SimulatedEhr> dialects = List.of(epic(), oracleHealth(), athenahealth(), meditech(), openEmr(),
				smartHealthIt(), medplum(), hapi(), busy(), expiring(), forgetful(), gateway(), partial(), slow(),
				withheld(), reporting(), withdrawing(), hostile());
		return Stream.of(dialects, OddLaunches.all(), OddLaunches.everyKindOfClient()).flatMap(List::stream).toList();
	}

	private static SimulatedEhr epic() {
		return new SimulatedEhr("epic", "observations by category or code, medications to be read one by one", KEY,
				Cursors.lasting("sessionID", "{0}/{1}?sessionID={2}"),
				Refusals.unlessAskedBy("Observation", "category", "code"), Refusals.notOffered(STATEMENT),
				Refusals.datesBeyond(2, PREFIXES), Habits.ignoring(ORDER, INCLUDE),
				Habits.assuming(ORDER, "status", "active"), Habits.sayingNoneFound(), MedicationShapes.referenced());
	}

	private static SimulatedEhr oracleHealth() {
		AuthorizationProfile access = BASIC.tokensFor(Duration.ofSeconds(570))
			.keepingRefreshTokens()
			.withoutWildcards();
		return new SimulatedEhr("oracle-health",
				"JSON only, intent and condition categories needed, contained " + "medications", access,
				Refusals.otherFormats(),
				Cursors.lasting("-pageContext", "{0}/{1}?-pageContext={2}&-pageDirection=NEXT"),
				Refusals.unlessAskedBy("Observation", "category", "code"), Refusals.datesBeyond(2, PREFIXES),
				Refusals.unlessAskedBy("Condition", "category", "_id"), Refusals.unlessAskedBy(ORDER, "intent"),
				Refusals.parameter(ORDER, "authoredon"), Refusals.parameter(ORDER, INCLUDE),
				Refusals.notOffered(STATEMENT), MedicationShapes.contained(), Habits.withoutTotal());
	}

	private static SimulatedEhr athenahealth() {
		AuthorizationProfile access = BASIC.odd(AuthorizationProfile.ISSUER, "https://athena.example.org/oauth2/v1")
			.odd("tenant", "a-1959333");
		return new SimulatedEhr("athenahealth", "ten entries a page, intent needed, medications by search only", access,
				Cursors.lasting("cursor", "{0}/{1}?ah-practice=Organization%2Fa-1.Practice-1&cursor={2}"),
				Refusals.unlessAskedBy("Observation", "patient"), Refusals.unlessAskedBy(ORDER, "intent"),
				Refusals.parameter(ORDER, INCLUDE), Refusals.reading("Medication"), Refusals.notOffered(STATEMENT),
				Habits.pagesOf(10), MedicationShapes.referenced());
	}

	private static SimulatedEhr meditech() {
		return new SimulatedEhr("meditech", "discovery at the root of its host", POST.atRoot(),
				Refusals.unlessAskedBy("Observation", "patient"), Refusals.notOffered(STATEMENT), Habits.pagesOf(25));
	}

	private static SimulatedEhr openEmr() {
		return new SimulatedEhr("openemr", "medicines as codes only, no totals", AuthorizationProfile.STANDARD,
				Habits.ignoring(ORDER, INCLUDE), MedicationShapes.coded(), Habits.withoutTotal());
	}

	private static SimulatedEhr smartHealthIt() {
		AuthorizationProfile access = AuthorizationProfile.STANDARD.withoutTokenChecks()
			.odd("fhirUser", "Practitioner/" + Clinician.ID);
		return new SimulatedEhr("smart-health-it", "checks no access token, names the user by a relative reference",
				access, hapiCursors());
	}

	private static SimulatedEhr medplum() {
		AuthorizationProfile access = AuthorizationProfile.STANDARD.odd("token_type", "bearer")
			.odd("expires_in", "3600");
		return new SimulatedEhr("medplum", "writes its token response in its own way", access);
	}

	private static SimulatedEhr hapi() {
		return new SimulatedEhr("hapi", "checks no access token, next links at the base itself",
				AuthorizationProfile.STANDARD.withoutTokenChecks(), hapiCursors(), Habits.withoutTotal());
	}

	private static SimulatedEhr busy() {
		return new SimulatedEhr("busy", "429 to the first request for anything", AuthorizationProfile.STANDARD,
				CountedRequests.busyAtFirst(1));
	}

	private static SimulatedEhr expiring() {
		return new SimulatedEhr("expiring", "the access token expires after three requests", KEY.keepingRefreshTokens(),
				CountedRequests.firstTokenGoodFor(3));
	}

	private static SimulatedEhr forgetful() {
		return new SimulatedEhr("forgetful", "forgets a search after its first page", AuthorizationProfile.STANDARD,
				new Cursors("sessionID", "{0}/{1}?sessionID={2}", 1), Habits.pagesOf(2));
	}

	private static SimulatedEhr gateway() {
		return new SimulatedEhr("gateway", "a sign-in page in place of the problem list", AuthorizationProfile.STANDARD,
				Habits.withPage("Condition", 200), Habits.withPage("AllergyIntolerance", 502));
	}

	private static SimulatedEhr partial() {
		return new SimulatedEhr("partial", "warns that its results may be incomplete, refuses the problem list",
				AuthorizationProfile.STANDARD, Habits.sayingIncomplete("Observation"), Refusals.forbidden("Condition"));
	}

	private static SimulatedEhr slow() {
		return new SimulatedEhr("slow", "laboratory results drip in, the problem list takes seconds",
				AuthorizationProfile.STANDARD, Habits.slowly("Condition", new Reply.Pace(4000, 1, 0)),
				Habits.slowly("Observation", new Reply.Pace(200, 20, 60)));
	}

	private static SimulatedEhr withheld() {
		return new SimulatedEhr("withheld",
				"break-the-glass for the problem list, until it is broken on the chart's page",
				AuthorizationProfile.STANDARD, new BreakTheGlass("Condition"));
	}

	private static SimulatedEhr reporting() {
		return new SimulatedEhr("reporting", "laboratory results within reports only", AuthorizationProfile.STANDARD,
				ResultShapes.withinReports());
	}

	private static SimulatedEhr withdrawing() {
		return new SimulatedEhr("withdrawing", "withdraws laboratory results while a chart is read",
				AuthorizationProfile.STANDARD, ResultShapes.withdrawingMeanwhile("29463-7"));
	}

	private static SimulatedEhr hostile() {
		return new SimulatedEhr("hostile", "lies wherever it can", AuthorizationProfile.STANDARD,
				Lies.wrongType("Medication"), Habits.withPage(ORDER, 200),
				Lies.nextPageAt("Observation", "https://stranger.invalid/fhir/Observation"),
				Lies.endlessPages("Condition"), Lies.scripts(), Lies.hugeText("Observation"),
				Lies.anotherPatientsRow("Observation", "http://loinc.org", "2823-3"));
	}

	private static Quirk hapiCursors() {
		return Cursors.lasting("_getpages", "{0}?_getpages={2}&_bundletype=searchset");
	}

}
