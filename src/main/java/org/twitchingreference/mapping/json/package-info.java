/** Parses FHIR JSON: one resource at a time, and only the parts that charts need. */
@NullMarked
@NamedInterface("json")
package org.twitchingreference.mapping.json;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
