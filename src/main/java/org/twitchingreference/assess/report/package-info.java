/** What the command writes: JSON for programs, text for people. */
@NullMarked
package org.twitchingreference.assess.report;

import org.jspecify.annotations.NullMarked;
