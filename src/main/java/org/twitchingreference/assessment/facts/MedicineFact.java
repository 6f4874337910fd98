package org.twitchingreference.assessment.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * A medicine of the chart with what it is: its use on the day of assessment, its codes
 * and those of its ingredients, the ingredients that only its name says, and whether it
 * acts only locally (eye, ear, skin).
 */
public record MedicineFact(Medicine medicine, MedicineUse usage, List<Code> codes, Set<Code> named, boolean local) {

	/** By code and by name. */
	Collection<Code> allCodes() {
		return Stream.concat(this.codes.stream(), this.named.stream()).toList();
	}

	boolean isOf(CodeSet set) {
		return set.containsAny(this.codes) || set.containsAny(this.named);
	}

	public boolean isCoded(CodeSet set) {
		return set.containsAny(this.codes);
	}

	/** Whether it is a medicine of the set, taken now by a systemic route. */
	public boolean isInUse(CodeSet set) {
		return is(MedicineUse.IN_USE, set);
	}

	/** Whether it is a systemic medicine of the set with this use. */
	public boolean is(MedicineUse expected, CodeSet set) {
		return this.usage == expected && !this.local && isOf(set);
	}

	/** Whether it is or may be in use, and not local. */
	public boolean mayAct() {
		return this.usage != MedicineUse.ENDED && !this.local;
	}

	public boolean isNamed(CodeSet set) {
		return !isCoded(set) && set.containsAny(this.named);
	}

}
