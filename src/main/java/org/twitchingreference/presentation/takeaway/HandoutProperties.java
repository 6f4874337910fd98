package org.twitchingreference.presentation.takeaway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator adds to handouts.
 *
 * @param clinic the name and telephone number of the clinic; a line to write on if empty
 */
@ConfigurationProperties("twitching.handout")
public record HandoutProperties(@DefaultValue("") String clinic) {

	private static final int LONGEST = 200;

	public HandoutProperties {
		if (clinic.length() > LONGEST) {
			throw new IllegalArgumentException("Shorten twitching.handout.clinic to 200 characters or less");
		}
	}

}
