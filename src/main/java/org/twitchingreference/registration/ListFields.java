package org.twitchingreference.registration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.twitchingreference.fhir.FieldChecks;
import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.http.address.PublicSuffixes;
import org.twitchingreference.http.address.WebAddress;

/**
 * The fields of a launch-config file that are lists. Each wrong item is reported by its
 * place in the list.
 */
record ListFields(FieldChecks checks) {

	/** A scope token of RFC 6749, section 3.3. */
	private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

	private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?");

	/** An origin for frame-ancestors, with or without a wildcard subdomain. */
	private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[a-z0-9.-]+(:\\d{1,5})?");

	Set<String> scopes(List<String> scopes) {
		boolean inOneLine = scopes.stream().anyMatch((scope) -> scope.contains(" "));
		this.checks.require(inOneLine || scopes.contains(Scopes.LAUNCH) || scopes.contains(Scopes.LAUNCH_PATIENT),
				"scopes", FieldFault.MISSING,
				"add `launch` (or `launch/patient`) to `scopes`, or the EHR cannot say for which patient");
		eachOf("scopes", scopes, (scope) -> SCOPE.matcher(scope).matches(), FieldFault.MALFORMED,
				(scope) -> "write `scopes` as a list with one scope a line");
		return new LinkedHashSet<>(scopes);
	}

	/** Those that are host names. */
	Set<String> hosts(List<String> hosts) {
		eachOf("hosts", hosts, (host) -> HOST.matcher(host).matches(), FieldFault.MALFORMED,
				(host) -> "write `hosts` as a list of host names in lower case, with :port where it is not 443");
		return hosts.stream().filter((host) -> HOST.matcher(host).matches()).collect(Collectors.toSet());
	}

	Set<String> frameAncestors(List<String> origins) {
		String field = "frame-ancestors";
		eachOf(field, origins, ListFields::isFrameAncestor, FieldFault.MALFORMED, (
				origin) -> "write `frame-ancestors` as a list of origins like https://ehr.example.org (http only for this machine)");
		eachOf(field, origins, (origin) -> !isFrameAncestor(origin) || !coversStrangers(origin), FieldFault.UNSAFE,
				(origin) -> "name the EHR's own domain in `frame-ancestors`: " + origin
						+ " would let sites of anybody show the sidebar in a frame");
		return new LinkedHashSet<>(origins);
	}

	private void eachOf(String field, List<String> values, Predicate<String> isRight, FieldFault fault,
			UnaryOperator<String> remedy) {
		for (int i = 0; i < values.size(); i++) {
			this.checks.require(isRight.test(values.get(i)), field + "[" + i + "]", fault, remedy.apply(values.get(i)));
		}
	}

	private static boolean isFrameAncestor(String origin) {
		return ORIGIN.matcher(origin).matches()
				&& WebAddress.parse(origin.replace("*.", "any.")).filter(WebAddress::isEncryptedOrLoopback).isPresent();
	}

	/** Whether anybody may have a site below the wildcard. */
	private static boolean coversStrangers(String origin) {
		return origin.contains("*.")
				&& PublicSuffixes.isSharedBelow(WebAddress.host(origin.substring(origin.indexOf("*.") + 2)));
	}

}
