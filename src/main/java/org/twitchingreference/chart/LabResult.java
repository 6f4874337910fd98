package org.twitchingreference.chart;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;

/**
 * One laboratory result (FHIR Observation): its reference ("Observation/k1"), the name
 * the EHR gives it, its codes, status (also as written), value, time (effective, else
 * issued), whether one is written that cannot be read, the report's own reference ranges,
 * its flags in its order, its notes, and whom or what else it is about, if not the
 * patient (a fetus, a donor).
 */
public record LabResult(String reference, String name, List<Code> codes, Status status, String statusWord,
		ResultValue value, Optional<ChartTime> time, boolean timeUnreadable, List<ReportRange> ranges,
		List<ReportFlag> flags, List<String> notes, Optional<String> about) {

	/** Stands before a note of what the specimen is of. */
	private static final String SPECIMEN = "specimen of|";

	public LabResult {
		codes = List.copyOf(codes);
		ranges = List.copyOf(ranges);
		flags = List.copyOf(flags);
		notes = List.copyOf(notes);
	}

	/** The same under another name. */
	public LabResult named(String other) {
		return new LabResult(this.reference, other, this.codes, this.status, this.statusWord, this.value, this.time,
				this.timeUnreadable, this.ranges, this.flags, this.notes, this.about);
	}

	/** The same as one of several versions. */
	public LabResult asContested() {
		return with(Status.CONTESTED);
	}

	/** The same with this status, unless it is no result at all. */
	public LabResult with(Status other) {
		Status known = (this.status == Status.NOT_A_RESULT) ? this.status : other;
		return new LabResult(this.reference, this.name, this.codes, known, this.statusWord, this.value, this.time,
				this.timeUnreadable, this.ranges, this.flags, this.notes, this.about);
	}

	/** The same with another value. */
	public LabResult with(ResultValue other) {
		return new LabResult(this.reference, this.name, this.codes, this.status, this.statusWord, other, this.time,
				this.timeUnreadable, this.ranges, this.flags, this.notes, this.about);
	}

	/** The same as a report of which no value can be read. */
	public LabResult asReport() {
		return new LabResult(this.reference, this.name, this.codes, with(Status.IN_REPORT).status, this.statusWord,
				new ResultValue.Other(this.value.shown(), ValueReason.NO_VALUE.reason()), this.time,
				this.timeUnreadable, List.of(), List.of(), List.of(), this.about);
	}

	/** What its specimen is of, in the report's words. */
	public List<String> specimens() {
		return this.notes.stream()
			.filter((note) -> note.startsWith(SPECIMEN))
			.map((note) -> note.substring(SPECIMEN.length()))
			.toList();
	}

	/** The same with further notes. */
	public LabResult noting(Collection<String> more) {
		return new LabResult(this.reference, this.name, this.codes, this.status, this.statusWord, this.value, this.time,
				this.timeUnreadable, this.ranges, this.flags,
				Stream.concat(this.notes.stream(), more.stream()).toList(), this.about);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "LabResult[...]";
	}

	/** What the status lets the result be used for. */
	public enum Status {

		/** final, amended, corrected: may be matched. */
		VALID,
		/** preliminary: shown, never matched. */
		PRELIMINARY,
		/** registered: awaited, so that what is older is not the last word. */
		AWAITED,
		/**
		 * unknown, missing or none of FHIR's: may be the newest result, never matched.
		 */
		UNCLEAR,
		/** one of several versions, none of which is certainly the newest. */
		CONTESTED,
		/** damaged in another place: may be the newest result, never matched. */
		DAMAGED,
		/** its report holds no values that can be read: may be any, never matched. */
		IN_REPORT,
		/**
		 * no code tells what it is, but its name does: may be the result, never matched.
		 */
		BY_NAME,
		/** cancelled: there is no result. */
		NOT_A_RESULT;

		/** Whether the report stands by what it says, be it for the time being. */
		public boolean isStated() {
			return this == VALID || this == PRELIMINARY;
		}

		/** Whether a result of the same time that can be used takes its place. */
		public boolean isForTheTimeBeing() {
			return this == PRELIMINARY || this == AWAITED || this == IN_REPORT || this == BY_NAME;
		}

	}

}
