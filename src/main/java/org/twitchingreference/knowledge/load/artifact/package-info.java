/**
 * How any artifact of fhir-resources is found and read: its metadata, extensions, code
 * sets and sources.
 */
@NullMarked
package org.twitchingreference.knowledge.load.artifact;

import org.jspecify.annotations.NullMarked;
