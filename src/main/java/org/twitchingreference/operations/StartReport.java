package org.twitchingreference.operations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistrations;
import org.twitchingreference.registration.IssuerPattern;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs at the start, in one block, the addresses to give to EHRs, the registered EHRs,
 * and where this server stores launches and audit trail; and warns if its own address
 * cannot be right.
 */
@Component
class StartReport {

	private static final Logger logger = LoggerFactory.getLogger(StartReport.class);

	private final LaunchProperties address;

	private final EhrRegistrations registrations;

	private final Environment settings;

	StartReport(LaunchProperties address, EhrRegistrations registrations, Environment settings) {
		this.address = address;
		this.registrations = registrations;
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void say() {
		logger.info("Ready for launches\n{}", lines().collect(Collectors.joining("\n")));
		misdirected().ifPresent(logger::warn);
	}

	Stream<String> lines() {
		Stream<String> own = Stream.of(line("base URL", this.address.baseUrl()),
				line("launch URL", this.address.address("/launch").toString()),
				line("key set (JWKS)", this.address.address("/jwks.json").toString()),
				line("listens at", this.settings.getProperty("server.address", "") + ":" + port()),
				line("store", this.settings.getProperty("twitching.store", "memory")), line("audit trail", audit()));
		return Stream.concat(own, this.registrations.all().stream().flatMap(this::lines));
	}

	private Stream<String> lines(EhrRegistration registration) {
		List<String> framed = registration.frameAncestors().stream().toList();
		return Stream.concat(
				Stream.of("  " + registration.id() + ": " + registration.name(),
						line("  redirect URI", this.address.redirectUri(registration)),
						line("  frames", framed.isEmpty() ? "none (no frame-ancestors)" : String.join(" ", framed))),
				registration.issuers().stream().map(IssuerPattern::written).map((issuer) -> line("  iss", issuer)));
	}

	/**
	 * The warning that browsers would be sent to an address at which this server does not
	 * listen.
	 */
	Optional<String> misdirected() {
		int listening = this.settings.getProperty("server.port", Integer.class, 0);
		return WebAddress.parse(this.address.baseUrl())
			.filter((base) -> !base.isEncrypted() && listening != 0 && base.port() != listening)
			.map((base) -> "Launches will not come back: browsers are sent to " + this.address.baseUrl()
					+ " (twitching.base-url), and this server listens at port " + listening
					+ " (server.port). Set twitching.base-url to the address with port " + listening
					+ ", or server.port to " + base.port() + "; leave it where a proxy or a container lies between.");
	}

	private String port() {
		return this.settings.getProperty("local.server.port", this.settings.getProperty("server.port", ""));
	}

	private String audit() {
		String file = this.settings.getProperty("twitching.audit.file", "");
		return file.isBlank() ? "no file" : file;
	}

	private static String line(String name, String value) {
		return String.format("  %-16s %s", name, value);
	}

}
