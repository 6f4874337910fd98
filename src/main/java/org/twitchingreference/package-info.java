/** The application: one package per feature, data flowing one way (ARCHITECTURE.md). */
@NullMarked
package org.twitchingreference;

import org.jspecify.annotations.NullMarked;
