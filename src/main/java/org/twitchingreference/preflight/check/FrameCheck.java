package org.twitchingreference.preflight.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;

/** Checks which sites may frame the sidebar, as browsers will be told. */
public final class FrameCheck implements FileCheck {

	private static final String FIELD = "frame-ancestors";

	@Override
	public void check(EhrRegistration registration, RegistrationFindings findings) {
		if (registration.frameAncestors().isEmpty()) {
			findings.warning("frame-ancestors-missing", FIELD);
			return;
		}
		if (registration.frameAncestors().stream().map(FrameCheck::domain).noneMatch(domains(registration)::contains)) {
			findings.warning("frame-ancestors-elsewhere", FIELD, String.join(" ", registration.frameAncestors()));
		}
		findings.ok("framing", FIELD, String.join(" ", registration.frameAncestors()));
	}

	private static List<String> domains(EhrRegistration registration) {
		return Stream
			.concat(registration.hosts().stream(),
					registration.issuers()
						.stream()
						.map((issuer) -> WebAddress.parse(issuer.pattern().replaceAll("[{}]", "")))
						.flatMap(Optional::stream)
						.map(WebAddress::authority))
			.map(WebAddress::host)
			.map(FrameCheck::ofHost)
			.toList();
	}

	private static String domain(String origin) {
		return ofHost(String.valueOf(URI.create(origin.replace("*.", "any.")).getHost()));
	}

	/**
	 * The last two labels of the host name, a rough measure of whose it is; "localhost"
	 * for this machine.
	 */
	private static String ofHost(String host) {
		return WebAddress.isThisMachine(host) ? "localhost" : host.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
	}

}
