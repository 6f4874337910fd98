package org.twitchingreference.clinical;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The codes of one value set: exact codes, and hierarchies that a code belongs to when it
 * begins with their root (ICD-10-CM, ATC). Membership is decided by code alone.
 */
public record CodeSet(String id, String title, Set<Code> codes, Map<String, Set<String>> roots) {

	public CodeSet {
		codes = Set.copyOf(codes);
		roots = Map.copyOf(roots);
	}

	/** Whether the code is in the set. */
	public boolean contains(Code code) {
		return this.codes.contains(code) || (!this.roots.isEmpty() && hasRoot(code));
	}

	private boolean hasRoot(Code code) {
		for (String root : this.roots.getOrDefault(code.system(), Set.of())) {
			if (code.code().startsWith(root)) {
				return true;
			}
		}
		return false;
	}

	/** Whether any of the codes is in the set. */
	public boolean containsAny(Iterable<Code> candidates) {
		for (Code candidate : candidates) {
			if (contains(candidate)) {
				return true;
			}
		}
		return false;
	}

	/** The code systems that the set draws on. */
	public Set<String> systems() {
		Set<String> systems = new HashSet<>(this.roots.keySet());
		this.codes.forEach((code) -> systems.add(code.system()));
		return systems;
	}

	/** Both sets in one, under this set's name. */
	public CodeSet and(CodeSet other) {
		Set<Code> allCodes = new HashSet<>(this.codes);
		allCodes.addAll(other.codes);
		Map<String, Set<String>> allRoots = new HashMap<>(this.roots);
		other.roots.forEach((system, values) -> allRoots.merge(system, values, (one, two) -> {
			Set<String> both = new HashSet<>(one);
			both.addAll(two);
			return both;
		}));
		return new CodeSet(this.id, this.title, allCodes, allRoots);
	}

}
