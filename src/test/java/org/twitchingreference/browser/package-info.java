/** A real Chromium for tests, where the machine has one. */
@NullMarked
package org.twitchingreference.browser;

import org.jspecify.annotations.NullMarked;
