package org.twitchingreference.bedside;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often options were put aside for each reason, and questions given each answer,
 * since this server started: ids and codes of the knowledge with a count, nothing about a
 * patient or a user. It is in memory only and limited in size; beyond that nothing new is
 * counted.
 */
public final class SuggestionCounts {

	/** More than the options, questions and answers of the knowledge. */
	static final int MOST = 2000;

	private static final String HEAD = "kind,id,value,count";

	private final ConcurrentMap<Counted, LongAdder> counts = new ConcurrentHashMap<>();

	/** Counts an option that was put aside; its id is one of the knowledge. */
	public void putAside(String option, PutAsideReason reason) {
		count(new Counted("option", option, reason.code()));
	}

	/** Counts an answer; id and code are those of the knowledge. */
	public void answered(String question, String code) {
		count(new Counted("question", question, code));
	}

	private void count(Counted counted) {
		LongAdder count = this.counts.get(counted);
		if (count == null && this.counts.size() < MOST) {
			count = this.counts.computeIfAbsent(counted, (one) -> new LongAdder());
		}
		if (count != null) {
			count.increment();
		}
	}

	/** As CSV (RFC 4180), in the order of kinds, ids and values. */
	public String csv() {
		List<String> rows = this.counts.entrySet()
			.stream()
			.map((one) -> String.join(",", one.getKey().kind, one.getKey().id, one.getKey().value,
					one.getValue().toString()))
			.sorted()
			.toList();
		return Stream.concat(Stream.of(HEAD), rows.stream()).collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	/** What is counted. */
	private record Counted(String kind, String id, String value) {
	}

}
