package org.twitchingreference.http;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of requests to EHRs: time, size and how many at once.
 *
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long one request may take, from sending to the last byte
 * @param maximumBody the most bytes read of one answer, sent and unpacked
 * @param perLaunch the most requests of one launch at once
 * @param perEhr the most requests for charts of one EHR (registration) at once, of all
 * launches
 * @param longestWait how long a request waits at most until it may be sent beside the
 * others of its launch, and a launch until a thread of its EHR is free; after that it has
 * failed
 * @param retry when a request is sent again
 * @param pageExpired issue codes (OperationOutcome) by which an EHR says that it no
 * longer knows the search whose next page is requested
 */
@ConfigurationProperties("twitching.fhir")
public record ConnectionProperties(@DefaultValue("3s") Duration connectTimeout,
		@DefaultValue("10s") Duration readTimeout, @DefaultValue("8MB") DataSize maximumBody,
		@DefaultValue("24") int perLaunch, @DefaultValue("96") int perEhr, @DefaultValue("30s") Duration longestWait,
		@DefaultValue RetryProperties retry, @DefaultValue Set<String> pageExpired) {

	public ConnectionProperties {
		if (connectTimeout.toMillis() < 1 || readTimeout.toMillis() < 1) {
			throw new IllegalArgumentException(
					"Set twitching.fhir.connect-timeout and .read-timeout to more than zero");
		}
		if (maximumBody.toBytes() < 1) {
			throw new IllegalArgumentException("Set twitching.fhir.maximum-body to more than zero");
		}
		if (perLaunch < 1 || perEhr < 1) {
			throw new IllegalArgumentException("Set twitching.fhir.per-launch and .per-ehr to one or more");
		}
		if (longestWait.isNegative()) {
			throw new IllegalArgumentException("Set twitching.fhir.longest-wait to zero or more");
		}
		pageExpired = Set.copyOf(pageExpired);
	}

}
