package org.twitchingreference.smart;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scopes an EHR granted, in SMART v1 ("patient/Observation.read") or v2 syntax
 * ("patient/Observation.rs?category=laboratory").
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, scopes</a>
 */
public record GrantedScopes(Set<String> scopes) {

	private static final Pattern RESOURCE_SCOPE = Pattern.compile(
			"(?:patient|user)/(?<type>\\*|[A-Za-z]+)\\.(?<permission>read|write|\\*|c?r?u?d?s?)(?:\\?(?<restriction>.*))?");

	/** The code system that may precede the code of a restriction. */
	private static final Pattern SYSTEM = Pattern.compile("=[^=&,|]*(?:\\||%7C)");

	/**
	 * A comma between two scopes, but not inside the restriction of a scope; and the
	 * brackets and quotes of a list that was turned into text.
	 */
	private static final Pattern SEPARATOR = Pattern
		.compile("[\\[\\]\"\\s]|,(?=\"?(?:$|(?:https?:\\S{1,500}?/)?(?:patient|user|system)[/.]"
				+ "|launch|openid|fhirUser|profile|o\\w{5,6}_access))");

	/** What may precede a SMART scope: the resource server it is for. */
	private static final Pattern PREFIX = Pattern
		.compile("^\\S+[/#](?=(?:patient|user|system)[/.][*A-Z]|(?:launch|openid|fhirUser|profile|o\\w+_access)$)");

	/** A scope of a server that allows no "/" in scopes. */
	private static final Pattern DOTTED = Pattern.compile("^(patient|user|system)\\.(?=[*A-Z])");

	/** SMART Web Messaging grants groups of messages; some EHRs name each. */
	private static final Set<String> SCRATCHPAD = Set.of("messaging/scratchpad.create", "messaging/scratchpad.*",
			"messaging/scratchpad", "messaging/*");

	public GrantedScopes {
		scopes = Set.copyOf(scopes);
	}

	/**
	 * Reads the scopes of a token response, which some EHRs separate or prefix in their
	 * own ways.
	 */
	public static GrantedScopes of(Set<String> words) {
		return new GrantedScopes(words.stream()
			.flatMap(SEPARATOR::splitAsStream)
			.filter((scope) -> !scope.isEmpty())
			.map((scope) -> PREFIX.matcher(scope).replaceFirst(""))
			.map((scope) -> DOTTED.matcher(scope).replaceFirst("$1/"))
			.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Whether the type may be read or searched, perhaps in part. An EHR that names no
	 * scopes grants those asked for (RFC 6749, section 5.1).
	 */
	public boolean allowReading(String resourceType) {
		return this.scopes.isEmpty() || this.scopes.stream().anyMatch((scope) -> allowsReading(scope, resourceType));
	}

	/**
	 * Whether everything that the query asks of the type may be read. The EHR or its user
	 * may grant only some categories, and the EHR then answers as if there were no
	 * others.
	 */
	public boolean allowReadingAll(String resourceType, String query) {
		return this.scopes.isEmpty() || this.scopes.stream()
			.filter((scope) -> allowsReading(scope, resourceType))
			.map(GrantedScopes::restriction)
			.anyMatch((restriction) -> restriction.isEmpty() || restriction.get().equals(query));
	}

	/**
	 * Whether resources of the type may be created, whatever their content; if the EHR
	 * named no scopes, whether that was requested.
	 */
	public boolean allowCreating(String resourceType, Set<String> asked) {
		return (this.scopes.isEmpty() ? asked : this.scopes).stream()
			.anyMatch((scope) -> allowsCreating(scope, resourceType));
	}

	private static boolean allowsCreating(String scope, String resourceType) {
		Matcher matcher = RESOURCE_SCOPE.matcher(scope);
		return matcher.matches() && matcher.group("restriction") == null
				&& (matcher.group("type").equals("*") || matcher.group("type").equals(resourceType))
				&& (matcher.group("permission").equals("write") || matcher.group("permission").equals("*")
						|| matcher.group("permission").startsWith("c"));
	}

	/**
	 * Whether the page may put drafts onto the EHR's scratchpad; if the EHR named no
	 * scopes, whether that was requested.
	 */
	boolean allowScratchpad(Set<String> asked) {
		return (this.scopes.isEmpty() ? asked : this.scopes).stream().anyMatch(SCRATCHPAD::contains);
	}

	private static Optional<String> restriction(String scope) {
		Matcher matcher = RESOURCE_SCOPE.matcher(scope);
		return matcher.matches() ? Optional.ofNullable(matcher.group("restriction"))
			.map((restriction) -> SYSTEM.matcher(restriction).replaceAll("=")) : Optional.empty();
	}

	private static boolean allowsReading(String scope, String resourceType) {
		Matcher matcher = RESOURCE_SCOPE.matcher(scope);
		return matcher.matches() && (matcher.group("type").equals("*") || matcher.group("type").equals(resourceType))
				&& isReading(matcher.group("permission"));
	}

	private static boolean isReading(String permission) {
		return !permission.equals("write")
				&& (permission.equals("*") || permission.contains("r") || permission.contains("s"));
	}

}
