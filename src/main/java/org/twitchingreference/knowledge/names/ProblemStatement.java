package org.twitchingreference.knowledge.names;

import java.util.HashSet;
import java.util.Set;

import org.twitchingreference.clinical.Code;

/**
 * What texts say of the patient: the codes of the problems that are named, of those that
 * are named with a doubt, and of those that are denied.
 */
public record ProblemStatement(Set<Code> surely, Set<Code> doubtfully, Set<Code> denied) {

	static final ProblemStatement NOTHING = new ProblemStatement(Set.of(), Set.of(), Set.of());

	public ProblemStatement {
		surely = Set.copyOf(surely);
		doubtfully = Set.copyOf(doubtfully);
		denied = Set.copyOf(denied);
	}

	/** Both together. */
	public ProblemStatement and(ProblemStatement other) {
		return new ProblemStatement(both(this.surely, other.surely), both(this.doubtfully, other.doubtfully),
				both(this.denied, other.denied));
	}

	private static Set<Code> both(Set<Code> one, Set<Code> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return one.isEmpty() ? other : one;
		}
		Set<Code> both = new HashSet<>(one);
		both.addAll(other);
		return both;
	}

	/**
	 * The same where everything that is named is denied, by a code of the entry for
	 * example.
	 */
	public ProblemStatement denying() {
		return new ProblemStatement(Set.of(), Set.of(), both(this.denied, both(this.surely, this.doubtfully)));
	}

	/** The same where everything that is named is doubtful. */
	public ProblemStatement doubting() {
		return new ProblemStatement(Set.of(), both(this.surely, this.doubtfully), this.denied);
	}

}
