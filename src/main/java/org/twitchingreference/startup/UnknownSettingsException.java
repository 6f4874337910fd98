package org.twitchingreference.startup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.twitchingreference.startup.UnknownSettingsCheck.UnknownSetting;

/** Settings that nothing reads, each in a sentence. */
class UnknownSettingsException extends StartupException {

	/** How many letters may be wrong, missing or extra. */
	private static final int MOST_SLIPS = 4;

	UnknownSettingsException(List<UnknownSetting> unknown, Collection<?> known) {
		super(unknown.stream().map((setting) -> sentence(setting, known)).collect(Collectors.joining("\n")));
	}

	@Override
	public Optional<String> action() {
		return Optional.of("Correct or remove what is named above. docs/settings.md lists all settings; a variable of"
				+ " your own needs a name that does not begin with TWITCHING_.");
	}

	private static String sentence(UnknownSetting setting, Collection<?> known) {
		String name = setting.name().startsWith("TWITCHING_")
				? setting.name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-') : setting.name();
		return "Nothing reads the setting " + setting.name() + " of " + setting.origin()
				+ known.stream()
					.map(Object::toString)
					.filter((other) -> slips(other, name) <= MOST_SLIPS)
					.min(Comparator.comparingInt((other) -> slips(other, name)))
					.map((other) -> "; perhaps " + other + " is meant")
					.orElse("")
				+ ".";
	}

	private static int slips(String one, String other) {
		return LevenshteinDistance.getDefaultInstance().apply(one, other);
	}

}
