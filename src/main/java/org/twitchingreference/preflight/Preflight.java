package org.twitchingreference.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.twitchingreference.preflight.check.CheckedRegistration;
import org.twitchingreference.preflight.check.FileCheck;
import org.twitchingreference.preflight.check.Finding;
import org.twitchingreference.preflight.check.FindingTexts;
import org.twitchingreference.preflight.check.RegistrationFindings;
import org.twitchingreference.preflight.check.ServerCheck;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.IssuerPattern;
import org.twitchingreference.registration.LoadedConfig;
import org.twitchingreference.registration.LoadedFile;

/** Runs all checks on launch-config, one registration after the other. */
record Preflight(LoadedConfig config, List<FileCheck> fileChecks, List<ServerCheck> serverChecks) {

	private static final String NOT_CHECKED = "not-checked";

	/**
	 * The findings about the registrations with these ids, or about all if none is named.
	 * As soon as "inTime" is false, nothing more is checked, and a warning says so for
	 * each registration.
	 */
	List<Finding> run(Set<String> ids, BooleanSupplier inTime) {
		List<Finding> findings = new ArrayList<>();
		this.config.ofDirectories().forEach((mistake) -> findings.add(RegistrationFindings.of(mistake, "")));
		this.config.files()
			.stream()
			.filter((file) -> ids.isEmpty() || ids.contains(file.id()))
			.forEach((file) -> findings.addAll(of(file, inTime)));
		return findings;
	}

	private List<Finding> of(LoadedFile file, BooleanSupplier inTime) {
		RegistrationFindings findings = new RegistrationFindings(file);
		if (file.registration().isEmpty()) {
			return file.mistakes().stream().map((mistake) -> RegistrationFindings.of(mistake, file.id())).toList();
		}
		EhrRegistration registration = file.registration().get();
		findings.ok("file", "", file.file().toString());
		if (!inTime.getAsBoolean()) {
			findings.warning(NOT_CHECKED, "", file.id());
			return findings.all();
		}
		this.fileChecks.forEach((check) -> check.check(registration, findings));
		List<CheckedRegistration> subjects = registration.exactIssuers()
			.map((iss) -> new CheckedRegistration(registration, iss, IssuerPattern.normalise(iss)))
			.toList();
		if (subjects.isEmpty() && !this.serverChecks.isEmpty()) {
			findings.warning("iss-is-a-pattern", "iss");
		}
		// Whatever answers at a wrong address says nothing about the EHR
		if (!findings.hasErrorsAt("iss")) {
			subjects.forEach((subject) -> ask(subject, findings, inTime));
		}
		return findings.all();
	}

	/** If the first check cannot reach the server, the others are not run. */
	private void ask(CheckedRegistration subject, RegistrationFindings findings, BooleanSupplier inTime) {
		for (ServerCheck check : this.serverChecks) {
			if (!inTime.getAsBoolean()) {
				findings.warning(NOT_CHECKED, "", subject.registration().id());
				return;
			}
			int before = findings.all().size();
			check.check(subject, findings);
			boolean unreached = findings.all()
				.stream()
				.skip(before)
				.anyMatch((finding) -> FindingTexts.isOfConnection(finding.code()));
			if (unreached) {
				return;
			}
		}
	}

}
