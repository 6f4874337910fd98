package org.twitchingreference.audit;

import org.twitchingreference.startup.StartupException;

/** The audit trail cannot be kept; the message says what to change. */
class AuditUnusableException extends StartupException {

	AuditUnusableException(String message) {
		super(message);
	}

}
