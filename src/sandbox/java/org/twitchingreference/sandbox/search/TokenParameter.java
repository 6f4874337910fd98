package org.twitchingreference.sandbox.search;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A token parameter: "code", "system|code", "system|" or "|code". */
record TokenParameter(String name, String element) implements SearchParameter {

	@Override
	public String type() {
		return "token";
	}

	@Override
	public Predicate<Resource> criterion(String value) {
		int bar = value.indexOf('|');
		Token wanted = (bar < 0) ? new Token(null, value)
				: new Token(value.substring(0, bar), value.substring(bar + 1));
		return (resource) -> elements(resource).flatMap(TokenParameter::tokens).anyMatch(wanted::isMetBy);
	}

	private static Stream<Token> tokens(Base element) {
		if (element instanceof CodeableConcept concept) {
			return concept.getCoding().stream().flatMap(TokenParameter::tokens);
		}
		if (element instanceof Coding coding) {
			return Stream.of(new Token(coding.getSystem(), coding.getCode()));
		}
		if (element instanceof Identifier identifier) {
			return Stream.of(new Token(identifier.getSystem(), identifier.getValue()));
		}
		return Stream.of(new Token(null, element.primitiveValue()));
	}

	/**
	 * A system and a code. A null system means any system in a search value, and no
	 * system in a resource.
	 */
	private record Token(@Nullable String system, @Nullable String code) {

		private boolean isMetBy(Token found) {
			return isSystemMetBy(found)
					&& ("".equals(this.code) || (this.code != null && this.code.equals(found.code)));
		}

		private boolean isSystemMetBy(Token found) {
			if (this.system == null) {
				return true;
			}
			return this.system.isEmpty() ? found.system == null : this.system.equals(found.system);
		}

	}

}
