package org.twitchingreference.audit;

/** The audit trail cannot be kept; the message says what to change. */
class AuditUnusableException extends RuntimeException {

	AuditUnusableException(String message) {
		super(message);
	}

}
