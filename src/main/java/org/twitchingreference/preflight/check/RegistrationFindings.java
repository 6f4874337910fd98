package org.twitchingreference.preflight.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.twitchingreference.registration.LoadedFile;
import org.twitchingreference.registration.Mistake;

/** Collects the findings about one registration, each with its place in the file. */
public final class RegistrationFindings {

	/** The field of a mistake in a file that is not YAML at all. */
	private static final String WHOLE = "yaml";

	private final LoadedFile file;

	private final List<Finding> all = new ArrayList<>();

	public RegistrationFindings(LoadedFile file) {
		this.file = file;
	}

	public static Finding of(Mistake mistake, String ehr) {
		String field = mistake.problem().field();
		return new Finding(FindingStatus.ERROR, "file-" + mistake.problem().fault().code(), ehr,
				mistake.file().toString(), mistake.line(), field,
				((field.isEmpty() || field.equals(WHOLE)) ? "it" : "`" + field + "`") + " "
						+ mistake.problem().fault().phrase(),
				mistake.problem().remedy());
	}

	/**
	 * Reports that something is as it should be; the field is the one of the registration
	 * that it is about ("" for none).
	 */
	public void ok(String code, String field, String... about) {
		add(FindingStatus.OK, code, field, about);
	}

	public void warning(String code, String field, String... about) {
		add(FindingStatus.WARNING, code, field, about);
	}

	void error(String code, String field, String... about) {
		add(FindingStatus.ERROR, code, field, about);
	}

	/** Adds an OK if the condition holds; otherwise the consumer adds what is wrong. */
	void check(boolean holds, String field, String ok, Consumer<RegistrationFindings> otherwise) {
		if (holds) {
			ok(ok, field);
		}
		else {
			otherwise.accept(this);
		}
	}

	public boolean hasErrorsAt(String field) {
		return this.all.stream()
			.anyMatch((finding) -> finding.status() == FindingStatus.ERROR && finding.field().startsWith(field));
	}

	public List<Finding> all() {
		return List.copyOf(this.all);
	}

	private void add(FindingStatus status, String code, String field, String... about) {
		OptionalInt line = field.isEmpty() ? OptionalInt.empty() : this.file.lines().of(field);
		this.all.add(new Finding(status, code, this.file.id(), this.file.file().toString(), line, field,
				FindingTexts.what(code, about), FindingTexts.remedy(code, about)));
	}

}
