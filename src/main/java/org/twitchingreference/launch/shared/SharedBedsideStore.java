package org.twitchingreference.launch.shared;

import java.util.function.UnaryOperator;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.BedsideStore;

/**
 * What was done at a sidebar, the same on all nodes; nothing for a launch that has ended.
 */
final class SharedBedsideStore implements BedsideStore {

	private final LaunchTable table;

	private final String member;

	SharedBedsideStore(LaunchTable table, String member) {
		this.table = table;
		this.member = member;
	}

	@Override
	public BedsideRecord now() {
		return this.table.look(this.member, false)
			.flatMap((kept) -> this.table.open(this.member, kept.sealed()))
			.map(LaunchRecord::bedside)
			.orElse(BedsideRecord.EMPTY);
	}

	@Override
	public BedsideRecord change(UnaryOperator<BedsideRecord> change) {
		return this.table.change(this.member, (record) -> record.with(change.apply(record.bedside())), false)
			.map(LaunchRecord::bedside)
			.orElse(BedsideRecord.EMPTY);
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "BedsideStore[...]";
	}

}
