package org.twitchingreference.knowledge.orders;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * What a patient comes with, as an order gives it for its reason: its name inside a
 * sentence, its code, what the code system calls it, and the problems that record it.
 */
public record Complaint(String name, Code code, String display, CodeSet problems) {

}
