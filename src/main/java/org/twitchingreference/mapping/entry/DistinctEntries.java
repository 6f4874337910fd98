package org.twitchingreference.mapping.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Observation;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * Entries in the order in which they came, each once: when an entry with the same
 * identity comes again, the newest version counts (Bundle, bdl-7). If versions differ and
 * nothing says which is newer, none counts. An entry without an identity is always taken.
 */
public final class DistinctEntries {

	private final Map<String, List<BundleEntry>> entries = new LinkedHashMap<>();

	/** The page with the newest version of each of its entries only. */
	public static BundlePage of(BundlePage page) {
		DistinctEntries distinct = new DistinctEntries();
		page.entries().forEach(distinct::add);
		return new BundlePage(distinct.list(), Stream.concat(page.unreadable().stream(), distinct.unclear()).toList(),
				page.matches(), page.announced(), page.next());
	}

	/** Takes the entry unless it is there already; returns whether it was new. */
	public boolean add(BundleEntry entry) {
		String identity = entry.identity().orElse("#" + this.entries.size());
		List<BundleEntry> versions = this.entries.putIfAbsent(identity, List.of(entry));
		if (versions == null) {
			return true;
		}
		if (versions.stream().noneMatch((other) -> other.isNewerThan(entry) || isSame(other, entry))) {
			List<BundleEntry> left = new ArrayList<>(versions);
			left.removeIf(entry::isNewerThan);
			left.add(entry);
			this.entries.put(identity, left);
		}
		return false;
	}

	private static boolean isSame(BundleEntry one, BundleEntry other) {
		return !other.isNewerThan(one) && one.saysTheSameAs(other);
	}

	/**
	 * The entries whose current version is clear, and every version of a result where it
	 * is not: one of them may be critical.
	 */
	public List<BundleEntry> list() {
		return this.entries.values()
			.stream()
			.flatMap((versions) -> (versions.size() == 1) ? versions.stream()
					: versions.stream()
						.filter((entry) -> entry.resource() instanceof Observation)
						.map(BundleEntry::asContested))
			.toList();
	}

	/** The entries whose current version is not clear. */
	public Stream<Unreadable> unclear() {
		return this.entries.values()
			.stream()
			.filter((versions) -> versions.size() > 1)
			.map((versions) -> Objects.requireNonNull(versions.get(0)))
			.map((entry) -> new Unreadable(entry.reference(), EntryReason.VERSIONS_DIFFER.reason()));
	}

	public void clear() {
		this.entries.clear();
	}

}
