/**
 * Where an EHR says that launches are authorized, read strictly, and how it deviates from
 * the standard.
 */
@NullMarked
@NamedInterface("discovery")
package org.twitchingreference.smart.discovery;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
