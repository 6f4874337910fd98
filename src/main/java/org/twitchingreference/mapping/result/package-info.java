/** Reads laboratory results and other observations, with their specimens and panels. */
@NullMarked
@NamedInterface("result")
package org.twitchingreference.mapping.result;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
