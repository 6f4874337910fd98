package org.twitchingreference.registration;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;
import org.twitchingreference.http.address.WebAddress;
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
		@DefaultValue("false") boolean privateNetwork, @Nullable String trust,
		@DefaultValue List<String> frameAncestors, @Nullable String discovery, @DefaultValue Dialect dialect,
		@DefaultValue List<CodeMapEntry> codeMap, @Nullable String codeMapFile, @DefaultValue IdTokenRules idToken,
		@Nullable String issuer, @DefaultValue("false") boolean sharedRedirectUri, @Nullable String source,
		@Nullable String verifiedOn) {

	/** The registration the file describes, with its secret fetched. */
	EhrRegistration toRegistration(String id, Path directory, ClientSecrets secrets, FieldChecks checks) {
		ListFields lists = new ListFields(checks);
		EhrRegistration registration = new EhrRegistration(id, checks.get(() -> required("name", this.name), ""),
				checks.get(() -> given("environment", this.environment), Environment.NON_PRODUCTION), issuers(checks),
				checks.get(() -> required("client-id", this.clientId), ""),
				checks.get(() -> given("auth", this.auth), ClientAuthentication.NONE),
				checks.get(() -> clientSecret(secrets, checks), Optional.empty()), checkedAssertion(checks),
				lists.scopes(this.scopes), this.authorizeBy, lists.hosts(this.hosts), this.privateNetwork,
				Optional.ofNullable(this.trust).map(String::strip).filter((name) -> !name.isEmpty()),
				lists.frameAncestors(this.frameAncestors), checks.get(this::discoveryUri, Optional.empty()),
				this.dialect, checks.get(() -> codes(directory), CodeMap.NONE), this.idToken,
				checks.get(this::answers, AnswerRules.DEFAULT),
				new Provenance(checks.get(() -> required("source", this.source), ""),
						checks.get(() -> required("verified-on", this.verifiedOn), "")));
		new AddressChecks(this.iss, checks).check(registration);
		checks.done();
		return registration;
	}

	private List<IssuerPattern> issuers(FieldChecks checks) {
		checks.require(!this.iss.isEmpty(), "iss", FieldFault.MISSING, "set `iss`");
		return IntStream.range(0, this.iss.size())
			.mapToObj((i) -> checks.get(() -> Optional.of(issuer(i)), Optional.<IssuerPattern>empty()))
			.flatMap(Optional::stream)
			.toList();
	}

	private IssuerPattern issuer(int index) {
		try {
			return new IssuerPattern(this.iss.get(index).strip());
		}
		catch (InvalidFieldException ex) {
			throw ex.in("iss[" + index + "]");
		}
	}

	private AnswerRules answers() {
		return new AnswerRules(Optional.ofNullable(this.issuer), this.sharedRedirectUri);
	}

	private Optional<String> clientSecret(ClientSecrets secrets, FieldChecks checks) {
		boolean named = this.clientSecretEnv != null || this.clientSecretFile != null;
		String field = (this.clientSecretEnv != null) ? "client-secret-env" : "client-secret-file";
		if (this.auth == null || checks.has(FieldFault.SECRET_IN_FILE)) {
			return Optional.empty();
		}
		if (this.auth == ClientAuthentication.NONE || this.auth == ClientAuthentication.PRIVATE_KEY_JWT) {
			require(!named, field, FieldFault.CONTRADICTION,
					"remove `client-secret-env` and `client-secret-file`, which this `auth` does not use");
			return Optional.empty();
		}
		require(named, "client-secret-env", FieldFault.MISSING,
				"name the client secret with `client-secret-env` or `client-secret-file`");
		require(this.clientSecretEnv == null || this.clientSecretFile == null, "client-secret-file",
				FieldFault.CONTRADICTION, "keep only one of `client-secret-env` and `client-secret-file`");
		return Optional.of((this.clientSecretEnv != null) ? secrets.fromEnvironment(this.clientSecretEnv)
				: secrets.fromFile(required("client-secret-file", this.clientSecretFile)));
	}

	private AssertionStyle checkedAssertion(FieldChecks checks) {
		checks.require(
				this.auth == null || this.auth == ClientAuthentication.PRIVATE_KEY_JWT
						|| (this.signingAlgorithm == null && !this.jku),
				(this.signingAlgorithm != null) ? "signing-algorithm" : "jku", FieldFault.CONTRADICTION,
				"remove `signing-algorithm` and `jku`, which only `auth: private_key_jwt` uses");
		return new AssertionStyle(Objects.requireNonNullElse(this.signingAlgorithm, SigningAlgorithm.RS384), this.jku);
	}

	private Optional<URI> discoveryUri() {
		if (this.discovery == null) {
			return Optional.empty();
		}
		return Optional.of(WebAddress.parse(this.discovery)
			.map(WebAddress::uri)
			.orElseThrow(() -> new InvalidFieldException("discovery", FieldFault.MALFORMED,
					"set `discovery` to the full URL of the EHR's smart-configuration, or remove it")));
	}

	private CodeMap codes(Path directory) {
		CodeMaps codes = new CodeMaps().add(this.codeMap, "code-map");
		if (this.codeMapFile != null) {
			codes.add(new CodeMapFile(directory.resolve(this.codeMapFile.strip())).entries(), "code-map-file");
		}
		return codes.map();
	}

	private static String required(String key, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new InvalidFieldException(key, FieldFault.MISSING, "set `" + key + "`");
		}
		return value.strip();
	}

	private static <T> T given(String key, @Nullable T value) {
		if (value == null) {
			throw new InvalidFieldException(key, FieldFault.MISSING, "set `" + key + "`");
		}
		return value;
	}

	private static void require(boolean condition, String field, FieldFault fault, String whatToChange) {
		if (!condition) {
			throw new InvalidFieldException(field, fault, whatToChange);
		}
	}

}
