package org.twitchingreference.chart;

import java.util.List;
import java.util.Set;

import org.twitchingreference.registration.Dialect;
import org.twitchingreference.registration.Dialect.Conditions;
import org.twitchingreference.registration.Dialect.DatePrefix;
import org.twitchingreference.registration.Dialect.Medications;
import org.twitchingreference.registration.Dialect.Medications.NamedBy;
import org.twitchingreference.registration.Dialect.Observations;
import org.twitchingreference.registration.Dialect.Observations.By;

/** Dialects for the tests: pages of 20, three of them, and otherwise the default. */
record Dialects(Dialect dialect) {

	private static final List<String> STATUSES = List.of("active", "on-hold", "completed", "stopped", "unknown");

	static Dialects plain() {
		return new Dialects(new Dialect(20, 3, new Observations(By.AUTO, 50, List.of()), DatePrefix.GE, false,
				new Conditions(List.of(), false),
				new Medications(List.of("MedicationRequest"), STATUSES, List.of(), NamedBy.READ, false), Set.of(),
				false));
	}

	Dialects observations(By by, int codesPerQuery, String... statuses) {
		return with(new Observations(by, codesPerQuery, List.of(statuses)), this.dialect.datePrefix(),
				this.dialect.sortsByDate());
	}

	Dialects dates(DatePrefix prefix) {
		return with(this.dialect.observations(), prefix, this.dialect.sortsByDate());
	}

	Dialects sortsByDate() {
		return with(this.dialect.observations(), this.dialect.datePrefix(), true);
	}

	Dialects conditions(boolean oneByOne, String... categories) {
		return with(new Conditions(List.of(categories), oneByOne), this.dialect.medications(), Set.of());
	}

	Dialects medications(NamedBy namedBy, List<String> intents, String... from) {
		return with(this.dialect.conditions(), new Medications(List.of(from), STATUSES, intents, namedBy, false),
				Set.of());
	}

	Dialects filtersByUpdate() {
		Medications medications = this.dialect.medications();
		return with(this.dialect.conditions(), new Medications(medications.from(), medications.statuses(),
				medications.intents(), medications.namedBy(), true), Set.of());
	}

	Dialects selectsElements() {
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
