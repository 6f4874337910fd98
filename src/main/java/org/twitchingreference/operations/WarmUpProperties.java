package org.twitchingreference.operations;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server does before it takes launches.
 *
 * @param enabled whether it first assesses and renders an invented chart, so that the
 * first physician does not wait while classes are loaded and compiled
 */
@ConfigurationProperties("twitching.warm-up")
record WarmUpProperties(@DefaultValue("true") boolean enabled) {

}
