package org.twitchingreference.sandbox;

import org.twitchingreference.sandbox.authorization.AuthorizationServer;
import org.twitchingreference.sandbox.fhir.FhirServers;
import org.twitchingreference.sandbox.page.SandboxPages;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The Spring application of the sandbox. Deliberately no {@code @Configuration}: the
 * application's component scan would find it.
 */
@EnableAutoConfiguration
@Import({ AuthorizationServer.class, FhirServers.class, SandboxPages.class })
class SandboxApplication {

}
