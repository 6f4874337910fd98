package org.twitchingreference.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who signed in at the EHR, according to its id_token: the subject and, if given, the
 * type and id of a FHIR resource, whether that is on the server of the launch, and a name
 * to show.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, scopes for requesting identity data</a>
 */
public record SignedInUser(Optional<String> subject, Optional<String> type, Optional<String> id, Optional<String> name,
		boolean ownServer) {

	/**
	 * A FHIR reference, relative or absolute. Nothing is fetched from another server.
	 */
	private static final Pattern REFERENCE = Pattern
		.compile("(?:(?<base>.{0,2000})/)?(?<type>Practitioner|PractitionerRole|Patient|RelatedPerson|Person)"
				+ "/(?<id>[A-Za-z0-9.-]{1,64})");

	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");

	static SignedInUser of(Jwt idToken, String fhirBase) {
		Optional<Matcher> reference = text(idToken, "fhirUser").or(() -> text(idToken, "profile"))
			.map(REFERENCE::matcher)
			.filter(Matcher::matches);
		return new SignedInUser(Optional.ofNullable(idToken.getSubject()),
				reference.map((found) -> found.group("type")), reference.map((found) -> found.group("id")),
				text(idToken, "name").flatMap(SignedInUser::shown),
				reference.filter((found) -> found.group("base") == null || found.group("base").equals(fhirBase))
					.isPresent());
	}

	/** The name as it may be shown. */
	public static Optional<String> shown(String name) {
		return Optional.of(name).filter((text) -> NAME.matcher(text).matches()).map(String::strip);
	}

	/** Whether it is a patient, or a person acting for one. */
	boolean isPatient() {
		return this.type.filter((kind) -> kind.equals("Patient") || kind.equals("RelatedPerson")).isPresent();
	}

	/** The same user, without anything to show. */
	SignedInUser unnamed() {
		return new SignedInUser(this.subject, Optional.empty(), Optional.empty(), Optional.empty(), false);
	}

	public SignedInUser named(Optional<String> found) {
		return new SignedInUser(this.subject, this.type, this.id, found, this.ownServer);
	}

	/** Whether the EHR gives nothing to show for this user. */
	public boolean isUnnamed() {
		return this.id.isEmpty() && this.name.isEmpty();
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
