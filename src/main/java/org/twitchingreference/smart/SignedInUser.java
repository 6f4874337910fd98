package org.twitchingreference.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who signed in at the EHR, as its id_token says: the subject, and where given the type
 * and id of a FHIR resource and a name to show.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, scopes for requesting identity data</a>
 */
public record SignedInUser(Optional<String> subject, Optional<String> type, Optional<String> id,
		Optional<String> name) {

	/**
	 * A FHIR reference, relative or absolute. Only type and id are used; nothing is
	 * fetched from it.
	 */
	private static final Pattern REFERENCE = Pattern
		.compile("(?:.{0,2000}/)?(?<type>Practitioner|PractitionerRole|Patient|RelatedPerson|Person)"
				+ "/(?<id>[A-Za-z0-9.-]{1,64})");

	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");

	static SignedInUser of(Jwt idToken) {
		Optional<Matcher> reference = text(idToken, "fhirUser").or(() -> text(idToken, "profile"))
			.map(REFERENCE::matcher)
			.filter(Matcher::matches);
		return new SignedInUser(Optional.ofNullable(idToken.getSubject()),
				reference.map((found) -> found.group("type")), reference.map((found) -> found.group("id")),
				text(idToken, "name").filter((name) -> NAME.matcher(name).matches()).map(String::strip));
	}

	private static Optional<String> text(Jwt idToken, String claim) {
		return Optional.ofNullable(idToken.getClaim(claim)).filter(String.class::isInstance).map(String.class::cast);
	}

	/** Prints nothing of who it is. */
	@Override
	public String toString() {
		return "User";
	}

}
