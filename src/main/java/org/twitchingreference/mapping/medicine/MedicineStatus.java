package org.twitchingreference.mapping.medicine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.chart.Medicine.Use;

/**
 * What the status of each kind of entry says of the use of its medicine; a status that is
 * in neither list is not understood.
 */
@SuppressWarnings("ImmutableEnumChecker") // Map.of and Set.of are immutable
enum MedicineStatus {

	ORDER(Map.of("active", Use.ACTIVE, "on-hold", Use.ENDED, "stopped", Use.ENDED, "completed", Use.ENDED),
			Set.of("entered-in-error", "draft", "cancelled")),

	STATEMENT(ORDER.uses, Set.of("entered-in-error", "not-taken", "intended")),

	ADMINISTRATION(Map.of("in-progress", Use.UNTIL_END, "on-hold", Use.UNTIL_END, "stopped", Use.UNTIL_END, "completed",
			Use.UNTIL_END), Set.of("entered-in-error", "not-done")),

	DISPENSE(Map.of("completed", Use.UNTIL_END),
			Set.of("entered-in-error", "preparation", "in-progress", "cancelled", "on-hold", "stopped", "declined"));

	private final Map<String, Use> uses;

	private final Set<String> never;

	MedicineStatus(Map<String, Use> uses, Set<String> never) {
		this.uses = uses;
		this.never = never;
	}

	/** Whether it says that the medicine was never in use by this entry. */
	boolean isNever(String status) {
		return this.never.contains(status);
	}

	Optional<Use> use(String status) {
		return Optional.ofNullable(this.uses.get(status));
	}

}
