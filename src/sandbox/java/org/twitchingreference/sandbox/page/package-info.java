/** The pages of the EHR: the list of patients, and a chart with the app beside it. */
@NullMarked
package org.twitchingreference.sandbox.page;

import org.jspecify.annotations.NullMarked;
