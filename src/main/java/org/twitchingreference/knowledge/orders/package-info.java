/** What is ordered to have a test done, and what an order gives for its reason. */
@NullMarked
@NamedInterface("orders")
package org.twitchingreference.knowledge.orders;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
