package org.twitchingreference.registration;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.http.AddressScope;
import org.twitchingreference.http.PublicSuffixes;
import org.twitchingreference.http.WebAddress;
import org.twitchingreference.keys.SigningAlgorithm;
import org.twitchingreference.registration.EhrRegistration.AssertionStyle;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.registration.EhrRegistration.Provenance;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** The fields of one launch-config file, as written; see launch-config/README.md. */
record LaunchConfigFile(@Nullable String name, @Nullable Environment environment, @DefaultValue List<String> iss,
		@Nullable String clientId, @Nullable ClientAuthentication auth, @Nullable String clientSecretEnv,
		@Nullable String clientSecretFile, @Nullable SigningAlgorithm signingAlgorithm,
		@DefaultValue("false") boolean jku, @DefaultValue List<String> scopes,
		@DefaultValue("get") AuthorizeBy authorizeBy, @DefaultValue List<String> hosts,
		@DefaultValue("false") boolean privateNetwork, @DefaultValue List<String> frameAncestors,
		@Nullable String discovery, @DefaultValue Dialect dialect, @DefaultValue List<CodeMapEntry> codeMap,
		@Nullable String codeMapFile, @DefaultValue IdTokenRules idToken, @Nullable String issuer,
		@DefaultValue("false") boolean sharedRedirectUri, @Nullable String source, @Nullable String verifiedOn) {

	/** A scope token of RFC 6749, section 3.3. */
	private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

	private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

	/** An origin for frame-ancestors, with or without a wildcard subdomain. */
	private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[a-z0-9.-]+(:\\d{1,5})?");

	/** The registration the file describes, with its secret fetched. */
	EhrRegistration toRegistration(String id, Path directory, ClientSecrets secrets) {
		EhrRegistration registration = new EhrRegistration(id, required("name", this.name),
				given("environment", this.environment), issuers(), required("client-id", this.clientId),
				given("auth", this.auth), clientSecret(secrets), assertion(), checkedScopes(), this.authorizeBy,
				checkedHosts(), this.privateNetwork, checkedFrameAncestors(), discoveryUri(), this.dialect,
				codes(directory), this.idToken,
				new AnswerRules(Optional.ofNullable(this.issuer), this.sharedRedirectUri),
				new Provenance(required("source", this.source), required("verified-on", this.verifiedOn)));
		checkAddresses(registration);
		checkAddressScopes(registration);
		return registration;
	}

	private List<IssuerPattern> issuers() {
		require(!this.iss.isEmpty(), "set `iss`");
		return this.iss.stream().map((issuer) -> new IssuerPattern(issuer.strip())).toList();
	}

	private Optional<String> clientSecret(ClientSecrets secrets) {
		boolean named = this.clientSecretEnv != null || this.clientSecretFile != null;
		if (this.auth == ClientAuthentication.NONE || this.auth == ClientAuthentication.PRIVATE_KEY_JWT) {
			require(!named, "remove `client-secret-env` and `client-secret-file`, which this `auth` does not use");
			return Optional.empty();
		}
		require(named, "name the client secret with `client-secret-env` or `client-secret-file`");
		require(this.clientSecretEnv == null || this.clientSecretFile == null,
				"keep only one of `client-secret-env` and `client-secret-file`");
		return Optional.of((this.clientSecretEnv != null) ? secrets.fromEnvironment(this.clientSecretEnv)
				: secrets.fromFile(required("client-secret-file", this.clientSecretFile)));
	}

	private AssertionStyle assertion() {
		require(this.auth == ClientAuthentication.PRIVATE_KEY_JWT || (this.signingAlgorithm == null && !this.jku),
				"remove `signing-algorithm` and `jku`, which only `auth: private_key_jwt` uses");
		return new AssertionStyle(Objects.requireNonNullElse(this.signingAlgorithm, SigningAlgorithm.RS384), this.jku);
	}

	private Set<String> checkedScopes() {
		require(this.scopes.stream().allMatch((scope) -> SCOPE.matcher(scope).matches()),
				"write `scopes` as a list with one scope a line");
		require(this.scopes.contains(Scopes.LAUNCH) || this.scopes.contains(Scopes.LAUNCH_PATIENT),
				"add `launch` (or `launch/patient`) to `scopes`, or the EHR cannot say for which patient");
		return new LinkedHashSet<>(this.scopes);
	}

	private Set<String> checkedHosts() {
		require(this.hosts.stream().allMatch((host) -> HOST.matcher(host).matches()),
				"write `hosts` as a list of host names in lower case, with :port where it is not 443");
		return new LinkedHashSet<>(this.hosts);
	}

	private Set<String> checkedFrameAncestors() {
		require(this.frameAncestors.stream().allMatch(LaunchConfigFile::isFrameAncestor),
				"write `frame-ancestors` as a list of origins like https://ehr.example.org (http only for this machine)");
		this.frameAncestors.stream()
			.filter(LaunchConfigFile::coversStrangers)
			.forEach((origin) -> require(false, "name the EHR's own domain in `frame-ancestors`: " + origin
					+ " would let sites of anybody show the sidebar in a frame"));
		return new LinkedHashSet<>(this.frameAncestors);
	}

	private Optional<URI> discoveryUri() {
		if (this.discovery == null) {
			return Optional.empty();
		}
		return Optional.of(WebAddress.parse(this.discovery)
			.map(WebAddress::uri)
			.orElseThrow(() -> new InvalidFieldException(
					"set `discovery` to the full URL of the EHR's smart-configuration, or remove it")));
	}

	private CodeMap codes(Path directory) {
		CodeMaps codes = new CodeMaps().add(this.codeMap, "`code-map`");
		if (this.codeMapFile != null) {
			codes.add(new CodeMapFile(directory.resolve(this.codeMapFile.strip())).entries(), "`code-map-file`");
		}
		return codes.map();
	}

	private static void checkAddresses(EhrRegistration registration) {
		boolean production = registration.environment() == Environment.PRODUCTION;
		registration.issuers().stream().map(IssuerPattern::address).forEach((issuer) -> {
			require(!production || issuer.isEncrypted(), "use https in `iss`, as `environment: production` needs it");
			require(issuer.isEncryptedOrLoopback(), "use https in `iss`; http is only for this machine");
		});
		require(registration.discovery().map(registration::allows).orElse(true),
				"use https in `discovery` and list its host under `hosts`");
	}

	/**
	 * Refuses hosts that are forbidden IP addresses themselves. The addresses of host
	 * names are checked at each connection instead.
	 */
	private static void checkAddressScopes(EhrRegistration registration) {
		registration.hostNames().forEach((host) -> AddressScope.named(host).ifPresent((scope) -> {
			require(scope != AddressScope.NOWHERE,
					"name another host in `iss` or `hosts` than " + host + ", which is an address that no EHR is at");
			require(registration.allowsScope(scope, host), "add `private-network: true` if the EHR is really at " + host
					+ ", an address of this machine or of a private network");
		}));
	}

	private static boolean isFrameAncestor(String origin) {
		return ORIGIN.matcher(origin).matches()
				&& WebAddress.parse(origin.replace("*.", "any.")).filter(WebAddress::isEncryptedOrLoopback).isPresent();
	}

	private static boolean coversStrangers(String origin) {
		return origin.contains("*.")
				&& PublicSuffixes.isSharedBelow(WebAddress.host(origin.substring(origin.indexOf("*.") + 2)));
	}

	private static String required(String key, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new InvalidFieldException("set `" + key + "`");
		}
		return value.strip();
	}

	private static <T> T given(String key, @Nullable T value) {
		if (value == null) {
			throw new InvalidFieldException("set `" + key + "`");
		}
		return value;
	}

	private static void require(boolean condition, String whatToChange) {
		if (!condition) {
			throw new InvalidFieldException(whatToChange);
		}
	}

}
