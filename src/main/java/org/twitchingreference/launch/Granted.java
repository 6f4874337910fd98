package org.twitchingreference.launch;

import java.util.Optional;

/**
 * The answer to an authorization code: access, and who signed in where an id_token says
 * so.
 */
record Granted(TokenGrant grant, Optional<User> user) {

}
