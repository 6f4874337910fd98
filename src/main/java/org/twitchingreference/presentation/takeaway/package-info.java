/** What is taken away from the page: the note for the record and the handout. */
@NullMarked
@NamedInterface("takeaway")
package org.twitchingreference.presentation.takeaway;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
