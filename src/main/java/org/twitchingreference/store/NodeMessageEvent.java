package org.twitchingreference.store;

/** A node, perhaps this one, has sent a message to all nodes. */
public record NodeMessageEvent(String message) {

}
