/** What is ordered to have a test done, and the reason an order gives. */
@NullMarked
@NamedInterface("orders")
package org.twitchingreference.knowledge.orders;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
