package org.twitchingreference.reading;

import java.util.LinkedHashSet;
import java.util.Set;

import org.twitchingreference.fhir.FhirReply;

/**
 * Sums up the requests of one query and what the server said about them. Not safe for
 * concurrent use by itself; {@link QueryReading} locks it.
 */
final class RequestTally {

	private static final int MOST_WARNINGS = 10;

	private static final int SUCCESS = 200;

	/** The issue codes that the server named, the first ten. */
	final Set<String> warnings = new LinkedHashSet<>();

	/** The HTTP status of the last answer, 0 without one. */
	int status;

	/** How many requests were sent, repeated ones too. */
	int attempts;

	boolean renewed;

	long bytes;

	/** Adds an answer; only a success has a body. */
	void add(FhirReply reply) {
		this.attempts += Math.max(1, reply.cost().attempts());
		this.renewed |= reply.cost().renewed();
		if (reply instanceof FhirReply.Body body) {
			this.status = SUCCESS;
			this.bytes += body.json().length;
		}
		else if (reply instanceof FhirReply.Failure failure) {
			this.status = failure.status();
			this.bytes += failure.cost().bytes();
			failure.issues().forEach(this::warn);
		}
	}

	void warn(String issue) {
		if (this.warnings.size() < MOST_WARNINGS) {
			this.warnings.add(issue);
		}
	}

}
