package org.twitchingreference.oracle.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.opencds.cqf.cql.engine.runtime.Code;
import org.twitchingreference.oracle.engine.ProblemNames.Found;
import org.twitchingreference.oracle.engine.ProblemNames.Part;

/**
 * Which of the names in a text are so, by the signs of its words: N a name, F denies what
 * follows, E after it that it denies nothing before it, R rules out, D doubts, P is past,
 * T turns, B says nothing, H may itself be what is denied, X denies all, O anything else.
 */
final class ProblemDenial {

	private final List<Part> parts;

	/** For each part what becomes of the names in it that no word before them denies. */
	private final Map<Integer, Fate> fates = new LinkedHashMap<>();

	/** For each part whether it begins after a word that denies what follows. */
	private final List<Boolean> follows = new ArrayList<>();

	private ProblemDenial(List<Part> parts) {
		this.parts = parts;
	}

	static Found found(List<Part> parts, boolean questioned) {
		String all = String.join("", parts.stream().map(Part::signs).toList());
		if (all.contains("X")) {
			return new Found(List.of(), List.of(), List.of());
		}
		ProblemDenial denial = new ProblemDenial(parts);
		Set<Code> after = denial.decide();
		return denial.said(after, questioned, all);
	}

	/** Decides the fates, and returns the names after a word that denies what follows. */
	private Set<Code> decide() {
		Set<Code> after = new LinkedHashSet<>();
		boolean follows = false;
		int lastNamed = -1;
		for (int at = 0; at < this.parts.size(); at++) {
			Part part = this.parts.get(at);
			follows &= at > 0 && this.parts.get(at - 1).clause() == part.clause();
			this.follows.add(follows);
			boolean meant = isMeant(part, follows);
			after.addAll(codes(part, follows, true));
			this.fates.put(at, Fate.SO);
			int about = part.signs().matches("[^NO]*") ? lastNamed : (meant ? at : -1);
			boolean denies = part.signs().matches(".*F[^NOTDPEH]*");
			boolean ofThing = !denies && part.signs().matches(".*F[^NOTDPE]*");
			boolean rules = part.signs().contains("R");
			follows = follows(part, follows);
			if (about >= 0 && (denies || rules)) {
				leaveOpen(about, part.clause());
				this.fates.compute(about,
						(key, fate) -> (fate == Fate.OPEN) ? fate : (rules ? Fate.RULED_OUT : Fate.DENIED));
				follows = false;
			}
			else if (about >= 0 && ofThing) {
				leaveOpen(about, part.clause());
				this.fates.put(about, Fate.OPEN);
				follows = false;
			}
			lastNamed = meant ? at : lastNamed;
		}
		return after;
	}

	/** What was said before it in this clause. */
	private void leaveOpen(int about, int clause) {
		for (int at = 0; at < this.fates.size(); at++) {
			if (at != about && this.parts.get(at).clause() == clause && this.fates.get(at) == Fate.SO) {
				this.fates.put(at, Fate.OPEN);
			}
		}
	}

	private static boolean follows(Part part, boolean before) {
		String signs = (before ? "F" : "") + part.signs();
		return signs.lastIndexOf('F') > signs.lastIndexOf('T');
	}

	/**
	 * Whether it has names, known or only like known ones, that are not denied before.
	 */
	private static boolean isMeant(Part part, boolean follows) {
		String signs = (follows ? "F" : "") + part.signs();
		return signs.matches("(?:[^F]*|.*T[^F]*)N.*") && !codes(part, follows, false).isEmpty();
	}

	private static Set<Code> codes(Part part, boolean follows, boolean denied) {
		Set<Code> codes = new LinkedHashSet<>();
		boolean no = follows;
		for (int at = 0; at < part.signs().length(); at++) {
			char sign = part.signs().charAt(at);
			no = sign == 'F' || (no && sign != 'T');
			if (no == denied) {
				codes.addAll(part.codes().get(at));
			}
		}
		return codes;
	}

	private Found said(Set<Code> after, boolean questioned, String all) {
		Map<Fate, Set<Code>> by = new LinkedHashMap<>();
		boolean doubted = questioned || all.contains("D");
		for (int at = 0; at < this.parts.size(); at++) {
			Part part = this.parts.get(at);
			of(by, this.fates.getOrDefault(at, Fate.SO)).addAll(codes(part, this.follows.get(at), false));
			doubted |= isPast(part, this.follows.get(at));
		}
		return combined(by, after, doubted, questioned || all.matches(".*[OT].*"));
	}

	private static boolean isPast(Part part, boolean follows) {
		return ((follows ? "F" : "") + part.signs()).matches("(?:[^F]*|.*T[^F]*)P.*");
	}

	private static Set<Code> of(Map<Fate, Set<Code>> by, Fate fate) {
		return by.computeIfAbsent(fate, (key) -> new LinkedHashSet<>());
	}

	private static Found combined(Map<Fate, Set<Code>> by, Set<Code> after, boolean doubted, boolean more) {
		Set<Code> so = new LinkedHashSet<>(of(by, Fate.SO));
		Set<Code> open = new LinkedHashSet<>(of(by, Fate.OPEN));
		for (Fate denied : List.of(Fate.DENIED, Fate.RULED_OUT)) {
			of(by, denied).stream().filter(so::contains).forEach(open::add);
			so.removeAll(of(by, denied));
		}
		boolean certain = !more && (!doubted || !of(by, Fate.RULED_OUT).isEmpty());
		if (certain && so.isEmpty() && open.isEmpty()) {
			Set<Code> denied = new LinkedHashSet<>(of(by, Fate.DENIED));
			denied.addAll(of(by, Fate.RULED_OUT));
			denied.addAll(after);
			return new Found(List.of(), List.of(), List.copyOf(denied));
		}
		if (!certain || !open.isEmpty()) {
			open.addAll(of(by, Fate.DENIED));
		}
		if (doubted) {
			open.addAll(so);
		}
		return new Found(doubted ? List.of() : List.copyOf(so), new ArrayList<>(open), List.of());
	}

	private enum Fate {

		SO, OPEN, DENIED, RULED_OUT

	}

}
