/**
 * What is taken away from the page: the note for the record.
 */
@NullMarked
@NamedInterface("takeaway")
package org.twitchingreference.presentation.takeaway;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
