package org.twitchingreference.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One medicine of the chart: its reference ("MedicationRequest/m1"), as what it is
 * recorded, the name to show, what the chart calls the medicine itself and each of its
 * active ingredients, whether it is in use, when it was started and ended as far as the
 * chart says, the words and codes of its route and dose form, and how much is taken.
 */
public record Medicine(String reference, RecordedAs recordedAs, String name, CodedName product,
		List<CodedName> ingredients, Use use, Optional<ChartTime> start, Optional<ChartTime> end, String route,
		Dosing dosing) {

	public Medicine {
		ingredients = List.copyOf(ingredients);
	}

	/** Its own codes, then those of its ingredients. */
	public List<Code> codes() {
		if (this.ingredients.isEmpty()) {
			return this.product.codes();
		}
		Set<Code> codes = new LinkedHashSet<>(this.product.codes());
		this.ingredients.forEach((ingredient) -> codes.addAll(ingredient.codes()));
		return List.copyOf(codes);
	}

	/** The same under another name. */
	public Medicine named(String other) {
		return new Medicine(this.reference, this.recordedAs, other, this.product, this.ingredients, this.use,
				this.start, this.end, this.route, this.dosing);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Medicine[...]";
	}

	/** What kind of entry records it, those that state a dose most clearly first. */
	public enum RecordedAs {

		/** It is ordered (MedicationRequest). */
		ORDERED,
		/** Somebody says that it is taken (MedicationStatement). */
		REPORTED,
		/** It was handed over (MedicationDispense). */
		DISPENSED,
		/** It was given (MedicationAdministration). */
		GIVEN

	}

	/** What the chart says about its use. */
	public enum Use {

		/** An active order or statement. */
		ACTIVE,
		/** Completed or stopped: only depot medicines still act. */
		ENDED,
		/** In use until its end; if there is none, it is not known for how long. */
		UNTIL_END

	}

}
