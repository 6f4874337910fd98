package org.twitchingreference.oracle.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.ExternalFunctionProvider;
import org.opencds.cqf.cql.engine.runtime.Code;

/** The external functions of {@code Lookups.cql}: tables that are too big for CQL. */
final class Lookups implements ExternalFunctionProvider {

	private final ClinicalDrugTable drugs;

	private final IngredientNames names;

	private final ProblemNames problems;

	private final UnitSpellings units;

	private final FlagSpellings flags;

	Lookups(ClinicalDrugTable drugs, IngredientNames names, ProblemNames problems, UnitSpellings units,
			FlagSpellings flags) {
		this.flags = flags;
		this.drugs = drugs;
		this.names = names;
		this.problems = problems;
		this.units = units;
	}

	@Override
	public @Nullable Object evaluate(@Nullable String function, @Nullable List<@Nullable Object> arguments) {
		if (function == null || arguments == null || arguments.contains(null)) {
			return null;
		}
		return switch (function) {
			case "UcumUnit" -> this.units.unit((String) first(arguments)).orElse(null);
			case "UcumFactor" ->
				this.units.factor((String) first(arguments), String.valueOf(arguments.get(1))).orElse(null);
			case "FlagMeant" -> this.flags.meant((String) first(arguments)).orElse(null);
			case "ClinicalDrugIngredients" -> this.drugs.ingredients((String) first(arguments));
			case "ClinicalDrugRoute" -> this.drugs.route((String) first(arguments)).orElse(null);
			case "IngredientsNamed" -> this.names.in((String) first(arguments));
			case "NamesNoMedicine" -> this.names.namesNothing((String) first(arguments));
			case "SaysNotInUse" -> this.names.saysNotInUse((String) first(arguments));
			case "IngredientName" -> this.names.of((Code) first(arguments));
			case "ProblemsNamed" -> this.problems.surely((String) first(arguments));
			case "IsOfFamily" -> this.problems.isOfFamily((String) first(arguments));
			case "ProblemsDoubted" -> this.problems.doubtfully((String) first(arguments));
			case "ProblemsDenied" -> this.problems.denied((String) first(arguments));
			default -> throw new IllegalArgumentException("Lookups.cql has no function " + function);
		};
	}

	private static Object first(List<@Nullable Object> arguments) {
		Object first = arguments.get(0);
		if (first == null) {
			throw new IllegalStateException("An argument is missing");
		}
		return first;
	}

}
