/** The app before an EHR whose every answer can go wrong. */
@NullMarked
package org.twitchingreference.endtoend.faults;

import org.jspecify.annotations.NullMarked;
