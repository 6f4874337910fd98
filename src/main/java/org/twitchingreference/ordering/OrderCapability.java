package org.twitchingreference.ordering;

import org.twitchingreference.fhir.CapabilityStatements;
import org.twitchingreference.fhir.FhirSession;

/**
 * Whether a launch may create ServiceRequests: its scopes must allow it, and the EHR's
 * CapabilityStatement must offer it. Until that statement has been received, it may not.
 */
public final class OrderCapability {

	private static final String TYPE = "ServiceRequest";

	private final CapabilityStatements statements;

	public OrderCapability(CapabilityStatements statements) {
		this.statements = statements;
	}

	/** Has the CapabilityStatement read ahead, if this launch may create orders. */
	public void ask(FhirSession session) {
		isAvailable(session);
	}

	/** Whether the launch may create orders, as far as known so far. */
	public boolean isAvailable(FhirSession session) {
		return session.mayCreate(TYPE) && this.statements.of(session).createsOrders();
	}

}
