package org.twitchingreference.mapping.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ReportFlag;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ReportFlagMapping;

/** Values that the results of one observation share. */
record SharedElements(String reference, Status status, String statusWord, Optional<ChartTime> time,
		boolean timeUnreadable, List<String> notes, Optional<String> about) {

	LabResult result(String part, CodeableConcept code, List<CodeableConcept> interpretations, ResultValue value,
			List<ReportRange> ranges, List<ReportFlag> flags) {
		return new LabResult(part, Codings.name(code), Codings.codes(code), this.status, this.statusWord, value,
				this.time, this.timeUnreadable, ranges, flags, notesWith(interpretations), this.about);
	}

	/** An interpretation may say what spoils the result instead of how it lies. */
	private List<String> notesWith(List<CodeableConcept> interpretations) {
		return interpretations.isEmpty() ? this.notes
				: Stream.concat(this.notes.stream(), ReportFlagMapping.allWords(interpretations)).toList();
	}

}
