/** Parses FHIR JSON: one resource at a time, and of it only what a chart is made of. */
@NullMarked
@NamedInterface("json")
package org.twitchingreference.mapping.json;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
