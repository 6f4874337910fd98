/** What the command writes of an assessment: JSON for programs, text for people. */
@NullMarked
package org.twitchingreference.assess.report;

import org.jspecify.annotations.NullMarked;
