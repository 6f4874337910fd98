package org.twitchingreference.store;

/** The event that a node, perhaps this one, has sent a message to all nodes. */
public record ToldByANode(String message) {

}
