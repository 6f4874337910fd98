package org.twitchingreference.mapping;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.entry.MappingResult;
import org.twitchingreference.mapping.json.EntryVersion;

/**
 * Results that a server delivered for several parts of one chart, perhaps changed in
 * between. The newest version counts in all of these parts (Bundle, bdl-7). If versions
 * differ and nothing says which is newer, none counts, and each can only be reported if
 * critical.
 */
public final class SharedResults {

	private final Map<Part, MappedPart> parts = new EnumMap<>(Part.class);

	private final List<MappedPart> aside;

	private SharedResults(Collection<MappedPart> parts, List<MappedPart> aside) {
		parts.forEach((part) -> this.parts.put(part.part(), part));
		this.aside = aside;
	}

	/**
	 * The parts, each with the version that counts of results that it shares with others
	 * or with what was left aside.
	 */
	public static Map<Part, MappedPart> settled(Collection<MappedPart> parts, List<MappedPart> aside) {
		SharedResults results = new SharedResults(parts, aside);
		Set<String> seen = new HashSet<>();
		results.all()
			.flatMap((part) -> part.versions().keySet().stream())
			.filter((reference) -> !seen.add(reference))
			.collect(Collectors.toSet())
			.forEach(results::settle);
		return results.parts;
	}

	private Stream<MappedPart> all() {
		return Stream.concat(this.parts.values().stream(), this.aside.stream());
	}

	private void settle(String reference) {
		List<MappedPart> having = all().filter((part) -> part.versions().containsKey(reference)).toList();
		List<MappingResult<LabResult>> newest = having.stream()
			.filter((part) -> having.stream()
				.noneMatch((other) -> version(other, reference).isNewerThan(version(part, reference))))
			.map((part) -> of(part, reference))
			.toList();
		MappingResult<LabResult> first = newest.get(0);
		boolean agree = newest.stream().allMatch((one) -> isSame(one, first));
		MappingResult<LabResult> counts = agree ? first : contested(newest, reference);
		List.copyOf(this.parts.values())
			.stream()
			.filter((part) -> part.versions().containsKey(reference) && !isSame(of(part, reference), counts))
			.forEach((part) -> this.parts.put(part.part(), part.with(replaced(part, reference, counts))));
	}

	private static EntryVersion version(MappedPart part, String reference) {
		return Objects.requireNonNull(part.versions().get(reference));
	}

	/** What the part made of the entry, its components and what it contains. */
	private static MappingResult<LabResult> of(MappedPart part, String reference) {
		MappingResult<LabResult> made = new MappingResult<>();
		part.records(LabResult.class).filter((result) -> isOf(result.reference(), reference)).forEach(made::add);
		part.made().unreadable().stream().filter((lost) -> isOf(lost.reference(), reference)).forEach(made::unreadable);
		return made;
	}

	private static MappingResult<LabResult> contested(List<MappingResult<LabResult>> versions, String reference) {
		MappingResult<LabResult> all = new MappingResult<>();
		versions.stream()
			.flatMap((version) -> version.values().stream())
			.map(LabResult::asContested)
			.distinct()
			.forEach(all::add);
		all.unreadable(reference, EntryReason.VERSIONS_DIFFER);
		return all;
	}

	private static MappingResult<LabResult> replaced(MappedPart part, String reference,
			MappingResult<LabResult> counts) {
		MappingResult<LabResult> made = new MappingResult<>();
		part.made().foreign().forEach(made::foreign);
		Stream
			.concat(part.records(LabResult.class).filter((result) -> !isOf(result.reference(), reference)),
					counts.values().stream())
			.forEach(made::add);
		Stream<Unreadable> others = part.made()
			.unreadable()
			.stream()
			.filter((lost) -> !isOf(lost.reference(), reference));
		Stream.concat(others, counts.unreadable().stream())
			.filter((lost) -> !made.unreadable().contains(lost))
			.toList()
			.forEach(made::unreadable);
		return made;
	}

	private static boolean isOf(String one, String reference) {
		return one.equals(reference) || one.startsWith(reference + "#");
	}

	private static boolean isSame(MappingResult<?> one, MappingResult<?> other) {
		return one.values().equals(other.values()) && one.unreadable().equals(other.unreadable());
	}

}
