package org.twitchingreference.knowledge.orders;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * A complaint, as an order gives it for its reason: its name inside a sentence, its code,
 * the code system's name for it, and the problems that record it.
 */
public record Complaint(String name, Code code, String display, CodeSet problems) {

}
