/** The SMART authorization server: clients, launches, tokens and what discovery says. */
@NullMarked
package org.twitchingreference.sandbox.authorization;

import org.jspecify.annotations.NullMarked;
