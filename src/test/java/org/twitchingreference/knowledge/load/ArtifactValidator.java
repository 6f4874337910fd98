package org.twitchingreference.knowledge.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.ExtensionContextType;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.slf4j.LoggerFactory;

/**
 * HAPI's R4 validator without a network: it knows the extensions, code systems and value
 * sets of this reference from their own files.
 */
final class ArtifactValidator {

	/** The extensions of HL7's Extensions Pack that are used here, as far as needed. */
	private static final Path EXTENSIONS_PACK = Path.of("src/test/resources/knowledge/extensions-pack");

	private static final Pattern PLACE = Pattern.compile("^Parameters\\.parameter\\[(\\d+)]\\.resource");

	/** Fewer take longer to prepare for, more to compare. */
	private static final int TOGETHER = 40;

	static {
		// One line for each look-up of a code system, thousands in all
		((Logger) LoggerFactory.getLogger("ca.uhn.fhir.log.terminology_troubleshooting")).setLevel(Level.WARN);
	}

	private final FhirContext context = FhirContext.forR4Cached();

	private final FhirValidator validator;

	ArtifactValidator() {
		PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(this.context);
		ArtifactFiles.in(ArtifactFiles.FOLDER).values().forEach((json) -> own.addResource(parsed(json)));
		ArtifactFiles.in(EXTENSIONS_PACK).values().forEach((json) -> own.addResource(parsed(json)));
		FhirInstanceValidator module = new FhirInstanceValidator(
				new ValidationSupportChain(new DefaultProfileValidationSupport(this.context), own,
						new InMemoryTerminologyServerValidationSupport(this.context),
						new CommonCodeSystemsTerminologyService(this.context),
						new SnapshotGeneratingValidationSupport(this.context)));
		module.setAnyExtensionsAllowed(false);
		module.setErrorForUnknownProfiles(true);
		module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
		this.validator = this.context.newValidator().registerValidatorModule(module);
	}

	/**
	 * The errors and warnings about each artifact, by file. They are validated a few at a
	 * time, as parts of one resource: the library prepares itself anew for each resource
	 * that it is given, and compares each message with all others about it.
	 */
	Map<String, List<String>> validate(Map<String, String> artifacts) {
		List<String> files = List.copyOf(artifacts.keySet());
		Map<String, List<String>> messages = new TreeMap<>();
		files.forEach((file) -> messages.put(file, new ArrayList<>()));
		for (int first = 0; first < files.size(); first += TOGETHER) {
			validate(files.subList(first, Math.min(first + TOGETHER, files.size())), artifacts, messages);
		}
		return messages;
	}

	private void validate(List<String> files, Map<String, String> artifacts, Map<String, List<String>> messages) {
		String together = files.stream()
			.map((file) -> "{\"name\":\"artifact\",\"resource\":"
					+ withoutElementContexts(Objects.requireNonNull(artifacts.get(file))) + "}")
			.collect(Collectors.joining(",", "{\"resourceType\":\"Parameters\",\"parameter\":[", "]}"));
		validate(together).forEach((message) -> {
			Matcher place = PLACE.matcher(message.getLocationString());
			String file = place.find() ? files.get(Integer.parseInt(place.group(1))) : "all together";
			messages.computeIfAbsent(file, (unknown) -> new ArrayList<>())
				.add(message.getSeverity() + " " + place.replaceFirst("") + ": " + message.getMessage());
		});
	}

	/** The errors and warnings about one artifact. */
	List<SingleValidationMessage> validate(String json) {
		return this.validator.validateWithResult(withoutElementContexts(json))
			.getMessages()
			.stream()
			.filter((message) -> message.getSeverity() != ResultSeverityEnum.INFORMATION)
			.toList();
	}

	/**
	 * Of an extension's definition the validator would look its element contexts up in a
	 * package from the network; {@link ArtifactsValidateTests} looks them up instead.
	 */
	private String withoutElementContexts(String json) {
		if (!(parsed(json) instanceof StructureDefinition definition)) {
			return json;
		}
		definition.getContext()
			.stream()
			.filter((place) -> place.getType() == ExtensionContextType.ELEMENT)
			.forEach((place) -> place.setType(ExtensionContextType.FHIRPATH)
				.setExpression("(" + place.getExpression() + ")"));
		return this.context.newJsonParser().encodeResourceToString(definition);
	}

	private IBaseResource parsed(String json) {
		return this.context.newJsonParser().parseResource(json);
	}

}
