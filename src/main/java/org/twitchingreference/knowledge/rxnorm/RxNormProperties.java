package org.twitchingreference.knowledge.rxnorm;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the table of clinical drugs is.
 *
 * @param rxnormTable a file as fhir-resources/README.md says how to make; empty: the one
 * in the jar
 */
@ConfigurationProperties("twitching")
public record RxNormProperties(@DefaultValue("") String rxnormTable) {

}
