package org.twitchingreference.assessment;

/** Something this assessment does not know, and why, in plain words. */
public record Gap(String what, String why) {

}
