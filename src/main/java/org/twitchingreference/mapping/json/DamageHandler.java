package org.twitchingreference.mapping.json;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Notices what HAPI drops while parsing, without logging values. An unreadable code or
 * date is not damage: the mapping sees its text and decides.
 */
final class DamageHandler implements IParserErrorHandler {

	private boolean damaged;

	/** Whether something was dropped that the mapping could mistake for absent. */
	boolean isDamaged() {
		return this.damaged;
	}

	@Override
	public void incorrectJsonType(IParseLocation location, String element, ValueType expected,
			@Nullable ScalarType expectedScalar, ValueType found, @Nullable ScalarType foundScalar) {
		this.damaged = true;
	}

	@Override
	public void unexpectedRepeatingElement(IParseLocation location, String element) {
		this.damaged = true;
	}

	@Override
	public void unknownAttribute(IParseLocation location, String attribute) {
		this.damaged = true;
	}

	@Override
	public void unknownElement(IParseLocation location, String element) {
		this.damaged = true;
	}

	@Override
	public void invalidValue(IParseLocation location, String value, String error) {
		// HAPI keeps the text of codes and dates, but not that of an amount
		this.damaged |= location == null || "value".equals(location.getParentElementName());
	}

	@Override
	public void containedResourceWithNoId(IParseLocation location) {
		// nothing can refer to it
	}

	@Override
	public void missingRequiredElement(IParseLocation location, String element) {
		// the mapping sees the gap
	}

	@Override
	public void unknownReference(IParseLocation location, String reference) {
		// the mapping sees that it leads nowhere
	}

	@Override
	public void invalidInternalReference(IParseLocation location, String reference) {
		// the mapping sees that it leads nowhere
	}

	@Override
	public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
		// no extension is read
	}

}
