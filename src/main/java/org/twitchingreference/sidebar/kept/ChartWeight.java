package org.twitchingreference.sidebar.kept;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.Study;
import org.twitchingreference.clinical.Code;

/**
 * Estimates how many bytes a chart takes in memory, rather too many than too few: a fixed
 * number for each entry, plus its texts.
 */
final class ChartWeight {

	/** An entry with its reference, value, unit, range and times. */
	private static final int ENTRY = 600;

	/** A text without its characters, with the reference to it. */
	private static final int TEXT = 60;

	private ChartWeight() {
	}

	static int of(Chart chart) {
		long results = sum(chart.observations().values().stream().flatMap(Collection::stream).map(ChartWeight::of));
		long medicines = sum(chart.medicines().stream().map(ChartWeight::of));
		long problems = sum(chart.problems().stream().map(ChartWeight::of));
		long orders = sum(chart.orders().stream().map(Order::codes).map(ChartWeight::entry))
				+ texts(chart.orders().stream().map(Order::name));
		long studies = sum(chart.studies().stream().map(Study::codes).map(ChartWeight::entry))
				+ texts(chart.studies().stream().map(Study::name));
		long allergies = sum(chart.allergies().stream().map(Allergy::codes).map(ChartWeight::entry))
				+ texts(chart.allergies().stream().map(Allergy::name));
		long others = ENTRY * (chart.answers().size() + chart.parts().stream().mapToLong(ChartWeight::entries).sum());
		return (int) Math.min(Integer.MAX_VALUE,
				results + medicines + problems + orders + studies + allergies + others);
	}

	private static long of(LabResult result) {
		return entry(result.codes()) + texts(Stream.concat(Stream.of(result.name()), result.notes().stream()));
	}

	private static long of(Medicine medicine) {
		Stream<CodedName> substances = Stream.concat(Stream.of(medicine.product()), medicine.ingredients().stream());
		return texts(Stream.of(medicine.name(), medicine.route()))
				+ sum(substances.map((one) -> entry(one.codes()) + texts(Stream.of(one.name()))));
	}

	private static long of(Problem problem) {
		return entry(problem.codes()) + texts(Stream.concat(Stream.of(problem.name()), problem.names().stream()));
	}

	private static long entry(List<Code> codes) {
		return ENTRY + texts(codes.stream().flatMap((code) -> Stream.of(code.system(), code.code())));
	}

	private static long texts(Stream<String> texts) {
		return sum(texts.map((text) -> TEXT + 2L * text.length()));
	}

	private static long sum(Stream<Long> weights) {
		return weights.mapToLong(Long::longValue).sum();
	}

	private static long entries(PartRead part) {
		return 1L + part.queries().size() + part.unreadable().size();
	}

}
