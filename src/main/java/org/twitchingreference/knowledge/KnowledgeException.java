package org.twitchingreference.knowledge;

/**
 * A knowledge artifact is broken; the message names its file and what is wrong with it.
 */
public class KnowledgeException extends RuntimeException {

	KnowledgeException(String file, String what) {
		super(file + ": " + what);
	}

	KnowledgeException(String file, String what, Throwable cause) {
		super(file + ": " + what, cause);
	}

}
