package org.twitchingreference.registration;

import java.util.Optional;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.http.address.WebAddress;

/**
 * To which redirect URI an EHR answers authorization requests, and as which issuer: to
 * /callback/{registration}, or to the /callback that several EHRs share if the client
 * registered at the EHR cannot be changed; and as the issuer that the registration names,
 * if it names one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.4">RFC 9700, section
 * 4.4</a>
 */
public record AnswerRules(Optional<String> issuer, boolean sharedRedirectUri) {

	/** For an EHR whose registration does not say. */
	public static final AnswerRules DEFAULT = new AnswerRules(Optional.empty(), false);

	public AnswerRules {
		if (issuer.isPresent() && issuer.flatMap(WebAddress::parse).isEmpty()) {
			throw new InvalidFieldException("issuer", FieldFault.MALFORMED,
					"set `issuer` to the address that the EHR's authorization server names itself by, or remove it");
		}
	}

}
