package org.twitchingreference.chart;

import java.util.List;
import java.util.Set;

import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.Conditions;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Medications;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.fhir.Dialect.Observations;
import org.twitchingreference.fhir.Dialect.Observations.By;

/** Dialects for the tests: pages of 20, three of them, and otherwise the default. */
public record Dialects(Dialect dialect) {

	private static final List<String> STATUSES = List.of("active", "on-hold", "completed", "stopped", "unknown");

	public static Dialects plain() {
		return new Dialects(new Dialect(20, 3, new Observations(By.AUTO, 50, List.of()), DatePrefix.GE, false,
				new Conditions(List.of(), false),
				new Medications(List.of("MedicationRequest"), STATUSES, List.of(), NamedBy.READ, false), Set.of(),
				false));
	}

	public Dialects observations(By by, int codesPerQuery, String... statuses) {
		return with(new Observations(by, codesPerQuery, List.of(statuses)), this.dialect.datePrefix(),
				this.dialect.sortsByDate());
	}

	public Dialects dates(DatePrefix prefix) {
		return with(this.dialect.observations(), prefix, this.dialect.sortsByDate());
	}

	public Dialects sortsByDate() {
		return with(this.dialect.observations(), this.dialect.datePrefix(), true);
	}

	public Dialects conditions(boolean oneByOne, String... categories) {
		return with(new Conditions(List.of(categories), oneByOne), this.dialect.medications(), Set.of());
	}

	public Dialects medications(NamedBy namedBy, List<String> intents, String... from) {
		return with(this.dialect.conditions(), new Medications(List.of(from), STATUSES, intents, namedBy, false),
				Set.of());
	}

	public Dialects filtersByUpdate() {
		Medications medications = this.dialect.medications();
		return with(this.dialect.conditions(), new Medications(medications.from(), medications.statuses(),
				medications.intents(), medications.namedBy(), true), Set.of());
	}

	public Dialects selectsElements() {
		return new Dialects(
				new Dialect(20, 3, this.dialect.observations(), this.dialect.datePrefix(), this.dialect.sortsByDate(),
						this.dialect.conditions(), this.dialect.medications(), this.dialect.unsupported(), true));
	}

	Dialects unsupported(String... types) {
		return with(this.dialect.conditions(), this.dialect.medications(), Set.of(types));
	}

	private Dialects with(Observations observations, DatePrefix prefix, boolean sorts) {
		return new Dialects(new Dialect(20, 3, observations, prefix, sorts, this.dialect.conditions(),
				this.dialect.medications(), this.dialect.unsupported(), this.dialect.selectsElements()));
	}

	private Dialects with(Conditions conditions, Medications medications, Set<String> unsupported) {
		return new Dialects(new Dialect(20, 3, this.dialect.observations(), this.dialect.datePrefix(),
				this.dialect.sortsByDate(), conditions, medications, unsupported, this.dialect.selectsElements()));
	}

}
