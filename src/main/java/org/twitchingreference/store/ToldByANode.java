package org.twitchingreference.store;

/** The event that a node, perhaps this one, has told all nodes something. */
public record ToldByANode(String message) {

}
