package org.twitchingreference.assessment.medicines;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.MedicineCatalogue;

/** Which ingredients of a set the medicines have. */
record Ingredients(MedicineCatalogue known) {

	/**
	 * The names of one medicine's ingredients in the set, from one code system so that
	 * none counts twice.
	 */
	Set<String> of(MedicineFact fact, CodeSet set) {
		Set<Code> all = new HashSet<>(fact.codes());
		all.addAll(fact.named());
		all.removeIf((code) -> !set.contains(code));
		Optional<String> system = all.stream().map(Code::system).max(String::compareTo);
		return all.stream()
			.filter((code) -> code.system().equals(system.orElse("")))
			.map(this.known::ingredient)
			.collect(Collectors.toSet());
	}

	/** The same for several medicines together. */
	Set<String> of(List<MedicineFact> facts, CodeSet set) {
		Set<String> ingredients = new HashSet<>();
		facts.forEach((fact) -> ingredients.addAll(of(fact, set)));
		return ingredients;
	}

}
