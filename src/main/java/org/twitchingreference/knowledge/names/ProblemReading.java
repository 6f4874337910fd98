package org.twitchingreference.knowledge.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.names.ProblemTexts.Meaning;

/**
 * What a text has said so far about problems. Only a text that does nothing but deny, in
 * words that are all understood, denies them; where it says more, they are left open.
 */
final class ProblemReading {

	private final Set<Code> surely = new HashSet<>();

	private final Set<Code> doubtfully = new HashSet<>();

	private final Set<Code> denied = new HashSet<>();

	private final Set<Code> ruledOut = new HashSet<>();

	/** After a word that denies what follows. */
	private final Set<Code> afterNo = new HashSet<>();

	private final Set<Code> ofClause = new HashSet<>();

	/** What the last part that names something names. */
	private Set<Code> last = Set.of();

	/** The same, until it is clear that no later part denies it. */
	private Set<Code> waiting = Set.of();

	private boolean waitingInClause;

	private boolean understood;

	private boolean doubted;

	private boolean following;

	ProblemReading(boolean questioned) {
		this.understood = !questioned;
		this.doubted = questioned;
	}

	void clause() {
		this.surely.addAll(this.ofClause);
		this.ofClause.clear();
		this.waitingInClause = false;
		this.following = false;
	}

	void part(List<Meaning> part) {
		Set<Code> named = new HashSet<>();
		boolean itself = false;
		Ending ending = Ending.NOTHING;
		for (Meaning meaning : part) {
			itself |= meaning.words() == ProblemWords.NAMING || meaning.words() == ProblemWords.OTHER;
			ending = ending(meaning, ending);
			(this.following ? this.afterNo : named).addAll(meaning.codes());
		}
		boolean rules = part.stream().anyMatch((meaning) -> meaning.words() == ProblemWords.RULING_OUT);
		if (!named.isEmpty()) {
			settle();
			this.last = named;
			this.waiting = named;
			this.waitingInClause = true;
		}
		Set<Code> meant = itself ? named : this.last;
		if (!meant.isEmpty() && (rules || ending == Ending.DENIAL)) {
			deny(meant, rules ? this.ruledOut : this.denied);
		}
		else if (!meant.isEmpty() && ending == Ending.DENIAL_OF_A_THING) {
			deny(meant, this.doubtfully);
		}
	}

	private void settle() {
		(this.waitingInClause ? this.ofClause : this.surely).addAll(this.waiting);
		this.waiting = Set.of();
	}

	/** How the part would end, if it ended here. */
	private Ending ending(Meaning meaning, Ending before) {
		switch (meaning.words()) {
			case OTHER -> this.understood = false;
			case DOUBTING -> this.doubted = true;
			case OF_THE_PAST -> this.doubted |= !this.following;
			case TURNING -> {
				this.understood = false;
				this.following = false;
			}
			case DENYING_WHAT_FOLLOWS, WITHOUT -> this.following = true;
			case BESIDE_THING -> {
				return (before == Ending.NOTHING) ? before : Ending.DENIAL_OF_A_THING;
			}
			default -> {
				return (meaning.words() == ProblemWords.NAMING) ? Ending.NOTHING : before;
			}
		}
		return (meaning.words() == ProblemWords.DENYING_WHAT_FOLLOWS) ? Ending.DENIAL : Ending.NOTHING;
	}

	/**
	 * What a part ends in: a word that denies, of what is before it or of a thing after
	 * it.
	 */
	private enum Ending {

		NOTHING, DENIAL, DENIAL_OF_A_THING

	}

	/** What stands before it in its clause may be denied with it: a list. */
	private void deny(Set<Code> meant, Set<Code> as) {
		as.addAll(meant);
		this.waiting = Set.of();
		this.doubtfully.addAll(this.ofClause);
		this.ofClause.clear();
		this.following = false;
	}

	ProblemStatement said() {
		settle();
		clause();
		Stream.of(this.denied, this.ruledOut)
			.flatMap(Set::stream)
			.filter(this.surely::remove)
			.forEach(this.doubtfully::add);
		boolean certain = this.understood && (!this.doubted || !this.ruledOut.isEmpty());
		if (certain && this.surely.isEmpty() && this.doubtfully.isEmpty()) {
			this.denied.addAll(this.ruledOut);
			this.denied.addAll(this.afterNo);
			return new ProblemStatement(Set.of(), Set.of(), this.denied);
		}
		if (!certain || !this.doubtfully.isEmpty()) {
			this.doubtfully.addAll(this.denied);
		}
		if (this.doubted) {
			this.doubtfully.addAll(this.surely);
			this.surely.clear();
		}
		return new ProblemStatement(this.surely, this.doubtfully, Set.of());
	}

}
