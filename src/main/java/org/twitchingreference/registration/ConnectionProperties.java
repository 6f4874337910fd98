package org.twitchingreference.registration;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long and how much an EHR may answer.
 *
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long one request may take, from sending to the last byte
 * @param maximumBody the most bytes read of one answer
 */
@ConfigurationProperties("twitching.fhir")
record ConnectionProperties(@DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
		@DefaultValue("8MB") DataSize maximumBody) {

	ConnectionProperties {
		if (connectTimeout.toMillis() < 1 || readTimeout.toMillis() < 1) {
			throw new IllegalArgumentException(
					"Set twitching.fhir.connect-timeout and .read-timeout to more than zero");
		}
		if (maximumBody.toBytes() < 1) {
			throw new IllegalArgumentException("Set twitching.fhir.maximum-body to more than zero");
		}
	}

}
