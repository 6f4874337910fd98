package org.twitchingreference.sandbox.fhir;

import java.net.URI;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.search.SearchParameters;

/**
 * Adds the search parameters and the SMART 1 "oauth-uris" to the CapabilityStatement;
 * public because HAPI calls it by reflection.
 */
public class SmartCapabilities {

	private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

	private final SmartEndpoints endpoints;

	SmartCapabilities(SmartEndpoints endpoints) {
		this.endpoints = endpoints;
	}

	@Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
	public void complete(IBaseConformance statement) {
		CapabilityStatementRestComponent rest = ((CapabilityStatement) statement).getRestFirstRep();
		secure(rest.getSecurity());
		rest.getResource().forEach(SmartCapabilities::describe);
	}

	private void secure(CapabilityStatementRestSecurityComponent security) {
		security.addService()
			.addCoding()
			.setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
			.setCode("SMART-on-FHIR");
		Extension uris = security.addExtension().setUrl(OAUTH_URIS);
		uris.addExtension(uri("authorize", this.endpoints.authorize()));
		uris.addExtension(uri("token", this.endpoints.token()));
		uris.addExtension(uri("revoke", this.endpoints.revoke()));
	}

	private static Extension uri(String name, URI uri) {
		return new Extension(name, new UriType(uri.toString()));
	}

	private static void describe(CapabilityStatementRestResourceComponent resource) {
		SearchParameters.of(resource.getType())
			.forEach((parameter) -> resource.addSearchParam()
				.setName(parameter.name())
				.setType(SearchParamType.fromCode(parameter.type())));
	}

}
