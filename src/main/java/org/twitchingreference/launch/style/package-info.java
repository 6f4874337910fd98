/** The style that an EHR wishes for the app, checked and made a style sheet. */
@NullMarked
package org.twitchingreference.launch.style;

import org.jspecify.annotations.NullMarked;
