package org.twitchingreference.launch.web.request;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of what browsers post.
 *
 * @param maximum the most bytes of one form
 * @param time how long a form may take to arrive, and how long it may pause
 */
@ConfigurationProperties("twitching.form")
public record BodyProperties(@DefaultValue("16KB") DataSize maximum, @DefaultValue("5s") Duration time) {

	public BodyProperties {
		if (maximum.toBytes() < 1 || maximum.toBytes() > 1024 * 1024) {
			throw new IllegalArgumentException("Set twitching.form.maximum to something from 1B to 1MB");
		}
		if (time.toMillis() < 1) {
			throw new IllegalArgumentException("Set twitching.form.time to more than zero");
		}
	}

}
