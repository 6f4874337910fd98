package org.twitchingreference.smart;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.http.address.WebAddress;

/**
 * What an EHR says about a launch besides patient and encounter: what the user intends,
 * the tenant, further resources that the launch is about, where its style document is,
 * and how the page may talk to the EHR around it. A value that does not conform to SMART
 * counts as missing; no value affects what is shown of the chart.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, launch context</a>
 */
public record LaunchContext(Optional<String> intent, Optional<String> tenant, List<String> resources,
		Optional<URI> style, Optional<WebMessaging> messaging) {

	/** For an EHR that says nothing about these. */
	static final LaunchContext NONE = new LaunchContext(Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
			Optional.empty());

	/** How many resources of a launch are kept. */
	private static final int MAXIMUM_RESOURCES = 50;

	private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,200}");

	private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7E]{1,2000}");

	/**
	 * A relative reference, as in fhirContext; the patient has a parameter of its own.
	 */
	private static final Pattern REFERENCE = Pattern
		.compile("(?!Patient/)[A-Z][A-Za-z]{1,63}/(?!\\.{1,2}$)[A-Za-z0-9.-]{1,64}");

	public LaunchContext {
		resources = List.copyOf(resources);
	}

	/** Reads the parameters of a token response. */
	static LaunchContext from(Map<String, Object> parameters) {
		return new LaunchContext(matching(WORDS, parameters.get("intent")), matching(WORDS, parameters.get("tenant")),
				resources(parameters.get("fhirContext")),
				matching(ADDRESS, parameters.get("smart_style_url")).flatMap(WebAddress::parse).map(WebAddress::uri),
				WebMessaging.from(parameters));
	}

	private static List<String> resources(@Nullable Object value) {
		return (value instanceof Collection<?> items) ? items.stream()
			.limit(MAXIMUM_RESOURCES)
			.map(LaunchContext::reference)
			.flatMap(Optional::stream)
			.distinct()
			.toList() : List.of();
	}

	/** The reference of an object, or, as SMART 2.0 had it, the plain string. */
	private static Optional<String> reference(@Nullable Object item) {
		return matching(REFERENCE, (item instanceof Map<?, ?> fields) ? fields.get("reference") : item);
	}

	private static Optional<String> matching(Pattern pattern, @Nullable Object value) {
		return Optional.ofNullable(value)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter((text) -> pattern.matcher(text).matches());
	}

	/** Prints nothing of its content. */
	@Override
	public String toString() {
		return "LaunchContext";
	}

}
