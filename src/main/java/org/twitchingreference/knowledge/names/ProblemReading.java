package org.twitchingreference.knowledge.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.names.ProblemTexts.PhraseMeaning;

/**
 * What one text says about problems, by the rules of SEMANTICS.md ("Problems", "By
 * name"). It denies what it names only if it does nothing else, in words that are all
 * known.
 */
final class ProblemReading {

	private final Set<Code> surely = new HashSet<>();

	private final Set<Code> doubtfully = new HashSet<>();

	private final Set<Code> denied = new HashSet<>();

	private final Set<Code> ruledOut = new HashSet<>();

	/** Named after a word that denies what follows in its clause. */
	private final Set<Code> afterNo = new HashSet<>();

	/** Named in the current clause, not yet denied. */
	private final Set<Code> ofClause = new HashSet<>();

	/** Named by the last part that names something ("weakness, denied"). */
	private Set<Code> last = Set.of();

	/** The same, as long as a later part may still deny it. */
	private Set<Code> waiting = Set.of();

	private boolean waitingInClause;

	private boolean allKnown;

	private boolean doubted;

	private boolean denying;

	ProblemReading(boolean questioned) {
		this.allKnown = !questioned;
		this.doubted = questioned;
	}

	void beginClause() {
		this.surely.addAll(this.ofClause);
		this.ofClause.clear();
		this.waitingInClause = false;
		this.denying = false;
	}

	void addPart(List<PhraseMeaning> part) {
		Set<Code> named = new HashSet<>();
		boolean itself = false;
		Ending ending = Ending.NOTHING;
		for (PhraseMeaning meaning : part) {
			itself |= meaning.words() == ProblemWords.NAMING || meaning.words() == ProblemWords.OTHER;
			ending = ending(meaning, ending);
			(this.denying ? this.afterNo : named).addAll(meaning.codes());
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

	/** How the part would end if it ended after this phrase. */
	private Ending ending(PhraseMeaning meaning, Ending before) {
		switch (meaning.words()) {
			case OTHER -> this.allKnown = false;
			case DOUBTING -> this.doubted = true;
			case OF_THE_PAST -> this.doubted |= !this.denying;
			case TURNING -> {
				this.allKnown = false;
				this.denying = false;
			}
			case DENYING_WHAT_FOLLOWS, WITHOUT -> this.denying = true;
			case BESIDE_THING -> {
				return (before == Ending.NOTHING) ? before : Ending.DENIAL_OF_A_THING;
			}
			default -> {
				return (meaning.words() == ProblemWords.NAMING) ? Ending.NOTHING : before;
			}
		}
		return (meaning.words() == ProblemWords.DENYING_WHAT_FOLLOWS) ? Ending.DENIAL : Ending.NOTHING;
	}

	/** What a part ends with; a thing may be all that is denied ("no symptoms"). */
	private enum Ending {

		NOTHING, DENIAL, DENIAL_OF_A_THING

	}

	/** What stands before it in its clause may be denied too: a list. */
	private void deny(Set<Code> meant, Set<Code> as) {
		as.addAll(meant);
		this.waiting = Set.of();
		this.doubtfully.addAll(this.ofClause);
		this.ofClause.clear();
		this.denying = false;
	}

	ProblemStatement statement() {
		settle();
		beginClause();
		Stream.of(this.denied, this.ruledOut)
			.flatMap(Set::stream)
			.filter(this.surely::remove)
			.forEach(this.doubtfully::add);
		boolean certain = this.allKnown && (!this.doubted || !this.ruledOut.isEmpty());
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
