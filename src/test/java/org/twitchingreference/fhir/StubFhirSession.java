package org.twitchingreference.fhir;

/**
 * A session of tests: of a server about which nothing is known, with access to
 * everything, from which nothing is read.
 */
public interface StubFhirSession extends FhirSession {

	@Override
	default Dialect dialect() {
		return Dialect.DEFAULT;
	}

	@Override
	default boolean mayRead(String resourceType) {
		return true;
	}

	@Override
	default int requestsAtOnce() {
		return 1;
	}

	@Override
	default FhirReply get(String location) {
		throw new UnsupportedOperationException(location);
	}

}
