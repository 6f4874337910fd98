/**
 * Where an EHR says that its launches are authorized, read strictly, and what it does
 * otherwise than the standard says.
 */
@NullMarked
@NamedInterface("discovery")
package org.twitchingreference.smart.discovery;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
