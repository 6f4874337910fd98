package org.twitchingreference.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.ChartAssembly;
import org.twitchingreference.mapping.MappedPart;
import org.twitchingreference.mapping.SharedResults;
import org.twitchingreference.mapping.result.PanelMembers;
import org.twitchingreference.reading.PartRecords.Mapping;

/**
 * The reading of every part of one chart, and the chart as far as it has been received.
 */
public final class PartReadings {

	private final Map<Part, PartRecords> parts = new EnumMap<>(Part.class);

	private final ChartAssembly assembly;

	PartReadings(ChartAssembly assembly) {
		this.assembly = assembly;
		for (Part part : Part.values()) {
			this.parts.put(part, new PartRecords(new PartReading(part), assembly));
		}
	}

	PartReading of(Part part) {
		return Objects.requireNonNull(this.parts.get(part)).reading();
	}

	Collection<PartReading> all() {
		return this.parts.values().stream().map(PartRecords::reading).toList();
	}

	/** Maps a part that has been received, so that less is left to do at the end. */
	void partIsIn(Part part) {
		Objects.requireNonNull(this.parts.get(part)).mapping();
	}

	/** The chart as far as it has been received. */
	public Chart chart() {
		Map<Part, Mapping> made = new EnumMap<>(Part.class);
		this.parts.forEach((part, records) -> made.put(part, records.mapping()));
		Map<Part, MappedPart> settled = SharedResults.settled(made.values().stream().map(Mapping::mapped).toList(),
				made.values().stream().map(Mapping::aside).toList());
		List<Unreadable> missing = missingMembers(made);
		List<PartRead> reads = new ArrayList<>();
		made.forEach((part, mapping) -> reads.add(mapping.snapshot()
			.read(Objects.requireNonNull(settled.get(part)), (part == Part.LABORATORY) ? missing : List.of())));
		return this.assembly.chart(settled.values(), reads, List.of());
	}

	/**
	 * The panels of which a member was not received. Nothing is reported as long as it
	 * may still come as any part made of observations.
	 */
	private static List<Unreadable> missingMembers(Map<Part, Mapping> made) {
		boolean over = made.values()
			.stream()
			.map(Mapping::snapshot)
			.filter((snapshot) -> snapshot.content().part().isOfObservations())
			.allMatch(PartSnapshot::isOver);
		boolean all = Objects.requireNonNull(made.get(Part.LABORATORY)).snapshot().isAskedUnderAnyCode();
		return (over && all)
				? PanelMembers.missing(made.values().stream().map((mapping) -> mapping.mapped().members()).toList())
				: List.of();
	}

}
