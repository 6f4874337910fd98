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

	/** How a note begins that names the kind of specimen ("specimen of|Urine"). */
	public static final String SPECIMEN_OF = "specimen of|";

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

	/**
	 * The same result, as one of several versions of which none is certainly the newest.
	 */
	public LabResult asContested() {
		return with(Status.CONTESTED);
	}

	/** The same with another status; a cancelled one stays no result. */
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

	/**
	 * The same as a report that holds results which cannot be read: without value and
	 * flags.
	 */
	public LabResult asReport() {
		return new LabResult(this.reference, this.name, this.codes, with(Status.IN_REPORT).status, this.statusWord,
				new ResultValue.Other(this.value.shown(), ValueReason.NO_VALUE.reason()), this.time,
				this.timeUnreadable, List.of(), List.of(), List.of(), this.about);
	}

	/** The kinds of specimen that its notes name, in the report's words. */
	public List<String> specimens() {
		return this.notes.stream()
			.filter((note) -> note.startsWith(SPECIMEN_OF))
			.map((note) -> note.substring(SPECIMEN_OF.length()))
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

		/** final, amended, corrected: may decide rules. */
		VALID,
		/** preliminary: shown, decides no rule. */
		PRELIMINARY,
		/** registered: a result is to come, so an older one is not the last word. */
		AWAITED,
		/**
		 * unknown, missing or none of FHIR's: may be the newest result, decides no rule.
		 */
		UNCLEAR,
		/**
		 * One of several versions, none of which is certainly the newest: decides no
		 * rule.
		 */
		CONTESTED,
		/**
		 * Damaged in an element other than code, value or subject: may be the newest
		 * result, decides no rule.
		 */
		DAMAGED,
		/**
		 * A report with its results only in words or in a document: may be any of these
		 * results, decides no rule.
		 */
		IN_REPORT,
		/**
		 * Only its name says which analyte it is, no code does: may be the newest result,
		 * decides no rule.
		 */
		BY_NAME,
		/** cancelled: no result will come. */
		NOT_A_RESULT;

		/** Whether the laboratory has reported it, finally or for the time being. */
		public boolean isReported() {
			return this == VALID || this == PRELIMINARY;
		}

		/**
		 * Whether it is provisional: a usable result of the same time takes its place.
		 */
		public boolean isProvisional() {
			return this == PRELIMINARY || this == AWAITED || this == IN_REPORT || this == BY_NAME;
		}

	}

}
