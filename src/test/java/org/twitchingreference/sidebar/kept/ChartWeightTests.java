package org.twitchingreference.sidebar.kept;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.sandbox.chart.ChartDates;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ChartWeightTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@ValueSource(strings = { "charts/empty-chart.json", "charts/low-potassium-diuretic.json",
			"charts/red-flags-normal-labs.json", "patients/belva-mayert.json.gz", "patients/marcel-wolf.json.gz" })
	void isMoreThanAChartTakesAndNotFarMore(String file) throws IOException {
		Chart chart = chart(Path.of("src/test/resources", file));

		long takes = new Bytes().of(chart);

		assertThat((long) ChartWeight.of(chart)).isBetween(takes, 3 * takes);
	}

	private static Chart chart(Path file) throws IOException {
		if (file.toString().endsWith(".gz")) {
			try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
				return BundleChart.from(unpacked.readAllBytes());
			}
		}
		return BundleChart.from(ChartDates.replace(Files.readString(file), TODAY).getBytes());
	}

	/**
	 * Counts each object once, as a JVM with less than 32 GB holds it; each character as
	 * two bytes.
	 */
	private static final class Bytes {

		private static final int OBJECT = 16;

		private static final int REFERENCE = 4;

		private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

		long of(Object value) {
			if (value instanceof Enum || !this.seen.add(value)) {
				return 0;
			}
			if (value instanceof String text) {
				return 2 * OBJECT + 2L * text.length();
			}
			if (value instanceof Optional<?> optional) {
				return OBJECT + optional.map(this::of).orElse(0L);
			}
			if (value instanceof Collection<?> many) {
				return 2 * OBJECT + many.stream().mapToLong((one) -> REFERENCE + of(one)).sum();
			}
			if (value instanceof Map<?, ?> map) {
				return 2 * OBJECT + of(map.keySet()) + of(map.values());
			}
			return value.getClass().isRecord() ? ofRecord(value) : 3 * OBJECT;
		}

		private long ofRecord(Object value) {
			long sum = OBJECT;
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				Object part = ReflectionUtils.invokeMethod(component.getAccessor(), value);
				sum += REFERENCE + ((part != null) ? of(part) : 0);
			}
			return sum;
		}

	}

}
