package org.twitchingreference.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server does before it takes launches.
 *
 * @param enabled whether it assesses and shows a chart of nobody first, so that the first
 * physician does not wait for what is done once
 */
@ConfigurationProperties("twitching.warm-up")
record WarmUpProperties(@DefaultValue("true") boolean enabled) {

}
