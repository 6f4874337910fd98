package org.twitchingreference.oracle.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.twitchingreference.oracle.engine.ArtifactFiles;

/** What the rules mention in the PlanDefinitions, by the id of the action. */
final class RulesInArtifacts {

	private static final String EXTENSIONS = "http://twitchingreference.org/fhir/StructureDefinition/";

	private static final Set<String> NUMBERS = Set.of("count", "days", "depot-days", "hours", "from-age", "below-age",
			"no-days", "grace-days");

	private static final Set<String> WORDS = Set.of("threshold", "sex", "question", "answer");

	private static final Set<String> INPUTS = Set.of("input", "other", "due");

	private static final Set<String> VALUE_SETS = Set.of("yes", "no", "open");

	private final Map<String, String> analyteOfValueSet = new HashMap<>();

	private final Map<String, Mentioned> rules = new LinkedHashMap<>();

	RulesInArtifacts() {
		this(ArtifactFiles.all(ObservationDefinition.class), ArtifactFiles.all(PlanDefinition.class));
	}

	RulesInArtifacts(List<ObservationDefinition> analytes, List<PlanDefinition> plans) {
		for (ObservationDefinition analyte : analytes) {
			for (Extension codes : analyte.getExtensionsByUrl(EXTENSIONS + "codes")) {
				this.analyteOfValueSet.put(text(codes), analyte.getIdPart());
			}
		}
		plans.forEach(this::add);
	}

	Map<String, Mentioned> all() {
		return this.rules;
	}

	private void add(PlanDefinition plan) {
		Map<String, DataRequirement> inputs = new HashMap<>();
		plan.getAction().forEach((action) -> action.getInput().forEach((input) -> inputs.put(input.getId(), input)));
		for (PlanDefinitionActionComponent action : plan.getAction()) {
			Mentioned mentioned = Mentioned.nothing();
			criteria(action.getConditionFirstRep().getExtension()).forEach((one) -> add(one, inputs, mentioned));
			this.rules.put(action.getId(), mentioned);
		}
	}

	private static List<Extension> criteria(List<Extension> extensions) {
		return extensions.stream().filter((one) -> one.getUrl().equals(EXTENSIONS + "criterion")).toList();
	}

	private void add(Extension criterion, Map<String, DataRequirement> inputs, Mentioned mentioned) {
		for (Extension part : criterion.getExtension()) {
			String name = part.getUrl();
			if (NUMBERS.contains(name)) {
				mentioned.numbers().add(new BigDecimal(text(part)));
			}
			if (WORDS.contains(name)) {
				mentioned.words().add(text(part));
			}
			if (name.equals("doses")) {
				mentioned.words().add("doses of " + last(text(part)));
			}
			if (part.getValue() instanceof Quantity above) {
				mentioned.numbers().add(above.getValue());
				mentioned.words().add(above.getCode());
			}
			if (name.equals("rule")) {
				mentioned.rules().add(text(part));
			}
			if (VALUE_SETS.contains(name)) {
				mentioned.valueSets().add(last(text(part)));
			}
			if (INPUTS.contains(name)) {
				add(Objects.requireNonNull(inputs.get(text(part)), text(part)), mentioned);
			}
		}
		criteria(criterion.getExtension()).forEach((one) -> add(one, inputs, mentioned));
	}

	private void add(DataRequirement input, Mentioned mentioned) {
		input.getExtensionsByUrl(EXTENSIONS + "computed")
			.forEach((computed) -> mentioned.analytes().add(last(text(computed))));
		input.getDateFilter()
			.forEach((filter) -> mentioned.numbers().add(filter.getValueDuration().getValue().stripTrailingZeros()));
		for (DataRequirement.DataRequirementCodeFilterComponent filter : input.getCodeFilter()) {
			String valueSet = filter.getValueSet();
			String analyte = this.analyteOfValueSet.get(valueSet);
			if (analyte != null) {
				mentioned.analytes().add(analyte);
			}
			else {
				mentioned.valueSets().add(last(valueSet));
			}
		}
	}

	private static String last(String url) {
		return url.substring(url.lastIndexOf('/') + 1);
	}

	private static String text(Extension extension) {
		return (extension.getValue() instanceof CanonicalType canonical) ? canonical.getValue()
				: extension.getValue().primitiveValue();
	}

}
