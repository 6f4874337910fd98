package org.twitchingreference.oracle.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Precision;

/**
 * The R4 structures for the CQL engine. Differs from the engine's own in speed, and in
 * times: a time of day without offset says no moment, which CQL could not tell.
 */
final class R4Model extends R4FhirModelResolver {

	private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

	R4Model() {
		super(FhirContext.forR4Cached());
	}

	@Override
	public @Nullable Object resolvePath(@Nullable Object target, @Nullable String path) {
		if (path == null || target == null) {
			return null;
		}
		if (path.equals("value") && target instanceof DateTimeType written) {
			return written.hasValue() ? time(written.getValueAsString(), written.getPrecision()) : null;
		}
		if (path.equals("value") && target instanceof InstantType written) {
			return written.hasValue() ? time(written.getValueAsString(), written.getPrecision()) : null;
		}
		return (path.indexOf('.') < 0) ? resolveProperty(target, path) : super.resolvePath(target, path);
	}

	private static DateTime time(String written, TemporalPrecisionEnum precision) {
		if (precision == TemporalPrecisionEnum.YEAR) {
			return day(LocalDate.of(Integer.parseInt(written.substring(0, 4)), 1, 1), Precision.YEAR);
		}
		if (precision == TemporalPrecisionEnum.MONTH) {
			return day(LocalDate.parse(written.substring(0, 7) + "-01"), Precision.MONTH);
		}
		if (precision == TemporalPrecisionEnum.DAY || !hasOffset(written)) {
			return day(LocalDate.parse(written.substring(0, 10)), Precision.DAY);
		}
		return new DateTime(OffsetDateTime.parse(written), Precision.MILLISECOND);
	}

	private static boolean hasOffset(String written) {
		return written.endsWith("Z") || written.lastIndexOf('+') > 10 || written.lastIndexOf('-') > 10;
	}

	private static DateTime day(LocalDate day, Precision precision) {
		return new DateTime(day.atStartOfDay().atOffset(ZoneOffset.UTC), precision);
	}

	@Override
	public @Nullable Class<?> resolveType(@Nullable String typeName) {
		if (typeName == null) {
			return null;
		}
		return this.types.computeIfAbsent(typeName, super::resolveType);
	}

}
