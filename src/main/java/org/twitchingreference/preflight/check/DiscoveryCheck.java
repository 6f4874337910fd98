package org.twitchingreference.preflight.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.http.EhrAnswer;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.smart.discovery.DiscoveryResult;
import org.twitchingreference.smart.discovery.SmartDiscovery;

import org.springframework.http.MediaType;

/**
 * Checks whether the EHR can be reached and says where launches are authorized, and
 * whether it offers what the registration needs.
 */
public record DiscoveryCheck(EhrHttp http, SmartDiscovery discovery,
		SmartConfigurationCheck offers) implements ServerCheck {

	private static final String WHERE = "discovery";

	@Override
	public void check(CheckedRegistration subject, RegistrationFindings findings) {
		URI location = SmartDiscovery.location(subject.registration(), subject.base());
		EhrAnswer answer = this.http.getSmall(location,
				(headers) -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)));
		if (answer.fault().isPresent()) {
			findings.error(answer.fault().get().key(), "iss", String.valueOf(location.getHost()),
					WebAddress.parse(location.toString()).map(WebAddress::authority).orElse(""));
			return;
		}
		Optional<PublicDocument> document = answer.isJson() ? PublicDocument.read(answer.json()) : Optional.empty();
		DiscoveryResult result = this.discovery.discover(subject.registration(), subject.base());
		if (result instanceof DiscoveryResult.Failed failed) {
			explain(failed.problem(), subject, location, answer, document, findings);
			return;
		}
		findings.ok(WHERE, field(subject), location.toString());
		document.ifPresentOrElse((offered) -> this.offers.check(subject, offered, findings),
				() -> findings.warning("discovery-of-smart-1", field(subject), location.toString()));
	}

	private static void explain(DiscoveryResult.Problem problem, CheckedRegistration subject, URI location,
			EhrAnswer answer, Optional<PublicDocument> document, RegistrationFindings findings) {
		switch (problem) {
			case FOREIGN_ENDPOINT -> explainForeign(subject, document, findings);
			case UNUSABLE ->
				findings.error("discovery-missing", field(subject), location.toString(), FindingTexts.of(answer));
			default -> findings.error("discovery-failed", field(subject), location.toString(), FindingTexts.of(answer));
		}
	}

	/** Names the hosts, with their ports, that the registration does not list. */
	private static void explainForeign(CheckedRegistration subject, Optional<PublicDocument> document,
			RegistrationFindings findings) {
		Set<String> hosts = Stream.of("authorization_endpoint", "token_endpoint")
			.flatMap((name) -> document.flatMap((offered) -> offered.text(name)).stream())
			.flatMap((address) -> WebAddress.parse(address).stream())
			.filter((address) -> !subject.registration().allows(address.uri()))
			.map(WebAddress::authority)
			.collect(Collectors.toCollection(TreeSet::new));
		if (hosts.isEmpty()) {
			findings.error("endpoint-not-allowed", "hosts");
		}
		else {
			findings.error("endpoint-elsewhere", "hosts", String.join(", ", hosts));
		}
	}

	private static String field(CheckedRegistration subject) {
		return subject.registration().discovery().isPresent() ? WHERE : "iss";
	}

}
