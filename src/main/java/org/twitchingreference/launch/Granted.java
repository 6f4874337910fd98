package org.twitchingreference.launch;

import java.util.Optional;

/** What the EHR answered to an authorization code: access, and perhaps who signed in. */
record Granted(TokenGrant grant, Optional<User> user) {

}
