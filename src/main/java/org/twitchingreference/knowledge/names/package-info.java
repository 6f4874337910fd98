/**
 * How names of medicines and problems are found in what somebody wrote, and what the
 * words beside them do to them.
 */
@NullMarked
@NamedInterface("names")
package org.twitchingreference.knowledge.names;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
