package org.twitchingreference.knowledge;

/**
 * For how many days a medicine counts that says no end: a supply may be in use, what
 * begins within so many days continues it, and what begins later perhaps does.
 */
public record MedicineLasting(int supplyInDoubt, int renewedWithin, int renewalInDoubt) {

}
