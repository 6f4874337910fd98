/**
 * Turns elements of FHIR resources (codes, names, amounts, times, references) into values
 * of a chart.
 */
@NullMarked
@NamedInterface("element")
package org.twitchingreference.mapping.element;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
