/** The style that an EHR wants for the app, checked and turned into a stylesheet. */
@NullMarked
package org.twitchingreference.launch.style;

import org.jspecify.annotations.NullMarked;
