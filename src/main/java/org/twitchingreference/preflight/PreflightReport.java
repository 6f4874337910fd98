package org.twitchingreference.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.twitchingreference.preflight.check.Finding;
import org.twitchingreference.preflight.check.FindingStatus;
import org.twitchingreference.preflight.check.FindingTexts;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The findings, as text for people or as JSON for programs. */
record PreflightReport(List<Finding> findings) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** The report while the checks are running. */
	static PreflightReport running() {
		return of(FindingStatus.OK, "running");
	}

	/** The report if the checks themselves failed. */
	static PreflightReport notRun() {
		return of(FindingStatus.ERROR, "not-run");
	}

	private static PreflightReport of(FindingStatus status, String code) {
		return new PreflightReport(List.of(new Finding(status, code, "", "launch-config", OptionalInt.empty(), "",
				FindingTexts.what(code), FindingTexts.remedy(code))));
	}

	/**
	 * 0 without errors; 1 if warnings count ("strict") and there are some; 2 with errors.
	 */
	int exitStatus(boolean strict) {
		if (count(FindingStatus.ERROR) > 0) {
			return 2;
		}
		return (strict && count(FindingStatus.WARNING) > 0) ? 1 : 0;
	}

	String text() {
		return this.findings.stream().map(PreflightReport::line).collect(Collectors.joining()) + "%d OK, %s, %s%n"
			.formatted(count(FindingStatus.OK), counted(FindingStatus.WARNING), counted(FindingStatus.ERROR));
	}

	String json() {
		Map<String, Object> document = new LinkedHashMap<>();
		for (FindingStatus status : FindingStatus.values()) {
			document.put(status.name().toLowerCase(Locale.ROOT), count(status));
		}
		document.put("findings", this.findings.stream().map(PreflightReport::fields).toList());
		return JSON.writeValueAsString(document) + System.lineSeparator();
	}

	private String counted(FindingStatus status) {
		long count = count(status);
		return count + " " + status.name().toLowerCase(Locale.ROOT) + ((count == 1) ? "" : "s");
	}

	private long count(FindingStatus status) {
		return this.findings.stream().filter((finding) -> finding.status() == status).count();
	}

	private static String line(Finding finding) {
		String head = "%-7s %s: %s: ".formatted(finding.status(),
				finding.ehr().isEmpty() ? "launch-config" : finding.ehr(), finding.code());
		String what = finding.what();
		if (finding.status() == FindingStatus.OK) {
			return head + what + System.lineSeparator();
		}
		return head + what + "." + System.lineSeparator() + "        " + place(finding) + finding.remedy() + "."
				+ System.lineSeparator();
	}

	private static String place(Finding finding) {
		return "In " + finding.file() + (finding.line().isPresent() ? ", line " + finding.line().getAsInt() : "")
				+ ", ";
	}

	private static Map<String, Object> fields(Finding finding) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("status", finding.status().name());
		fields.put("code", finding.code());
		fields.put("ehr", finding.ehr());
		fields.put("file", finding.file());
		finding.line().ifPresent((line) -> fields.put("line", line));
		fields.put("field", finding.field());
		fields.put("what", finding.what());
		fields.put("remedy", finding.remedy());
		return fields;
	}

}
