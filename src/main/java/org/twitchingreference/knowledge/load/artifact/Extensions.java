package org.twitchingreference.knowledge.load.artifact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Type;
import org.twitchingreference.knowledge.KnowledgeException;

/**
 * Reads extensions of this reference and their parts, reporting which file lacks what.
 */
public record Extensions(List<Extension> extensions, String file) {

	/** The prefix of this reference's extensions. */
	public static final String BASE = Artifacts.BASE + "StructureDefinition/";

	public static Extensions of(Element element, String file) {
		return new Extensions(element.getExtension(), file);
	}

	/** The extensions of this reference with the name. */
	public List<Extension> all(String name) {
		return this.extensions.stream().filter((extension) -> extension.getUrl().equals(BASE + name)).toList();
	}

	/** The parts of a complex extension of this reference with the name. */
	public Optional<Extensions> complex(String name) {
		return all(name).stream().findFirst().map((extension) -> of(extension, this.file));
	}

	/** The primitive values of all extensions with the name. */
	public List<String> texts(String name) {
		return all(name).stream().map((extension) -> extension.getValue().primitiveValue()).toList();
	}

	/** The days of the duration with the name. */
	public Optional<Integer> days(String name) {
		return all(name).stream().findFirst().map((extension) -> days((Duration) extension.getValue(), this.file));
	}

	/** A duration, which must be in days. */
	public static int days(Duration duration, String file) {
		if (!"d".equals(duration.getCode()) || duration.getValue() == null) {
			throw new KnowledgeException(file, "has a duration that is not in days");
		}
		return duration.getValue().intValueExact();
	}

	/** For how many days a result or an answer counts, which is required. */
	public int validDays() {
		return days("valid-for")
			.orElseThrow(() -> new KnowledgeException(this.file, "does not say how long a result counts (valid-for)"));
	}

	/** The values of a part that may repeat. */
	public List<String> parts(String part) {
		return this.extensions.stream()
			.filter((extension) -> extension.getUrl().equals(part))
			.map((extension) -> extension.getValue().primitiveValue())
			.toList();
	}

	public Optional<Type> value(String part) {
		return this.extensions.stream()
			.filter((extension) -> extension.getUrl().equals(part))
			.map(Extension::getValue)
			.findFirst();
	}

	public Optional<String> text(String part) {
		return value(part).map(Type::primitiveValue);
	}

	public String required(String part) {
		return text(part).orElseThrow(() -> new KnowledgeException(this.file, "lacks '" + part + "'"));
	}

	/** The part as one of a closed list, whose constants are named like its codes. */
	public <E extends Enum<E>> Optional<E> choice(String part, Class<E> list) {
		return text(part).map((code) -> choice(part, code, list, this.file));
	}

	/** The constant that is named like the code. */
	public static <E extends Enum<E>> E choice(String what, String code, Class<E> list, String file) {
		List<String> codes = Stream.of(list.getEnumConstants())
			.map((one) -> one.name().toLowerCase(Locale.ROOT))
			.toList();
		if (!codes.contains(code)) {
			throw new KnowledgeException(file, "has the " + what + " '" + code + "': write one of " + codes);
		}
		return list.getEnumConstants()[codes.indexOf(code)];
	}

	/** The id at the end of the canonical that the part names. */
	public String requiredId(String part) {
		String canonical = required(part);
		return canonical.substring(canonical.lastIndexOf('/') + 1);
	}

	public Optional<Integer> integer(String part) {
		return value(part).map((value) -> (value instanceof IntegerType number) ? number.getValue() : null);
	}

	public int requiredInteger(String part) {
		return integer(part).orElseThrow(() -> new KnowledgeException(this.file, "lacks the number '" + part + "'"));
	}

	public Optional<BigDecimal> optionalDecimal(String part) {
		return value(part).map((value) -> (value instanceof DecimalType number) ? number.getValue() : null);
	}

	public BigDecimal decimal(String part) {
		return optionalDecimal(part)
			.orElseThrow(() -> new KnowledgeException(this.file, "lacks the decimal '" + part + "'"));
	}

}
