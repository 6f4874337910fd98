package org.twitchingreference.smart;

import java.util.Optional;

/**
 * The answer to an authorization code: access, and who signed in if an id_token says so.
 */
public record TokenExchangeResult(TokenGrant grant, Optional<SignedInUser> user) {

}
