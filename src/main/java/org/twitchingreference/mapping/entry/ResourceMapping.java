package org.twitchingreference.mapping.entry;

import java.util.function.Function;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.mapping.json.BundleEntry;

/** Turns the resources of one patient into entries of the chart. */
public final class ResourceMapping {

	private final ChartPatient patient;

	public ResourceMapping(ChartPatient patient) {
		this.patient = patient;
	}

	/** Adds what is made from the resources of this type among the entries. */
	public <R extends DomainResource, T> MappingResult<T> map(PartEntries part, Class<R> type,
			Function<R, Reference> subject, Mapper<R, T> mapper, MappingResult<T> into) {
		for (BundleEntry entry : part.entries()) {
			if (type.isInstance(entry.resource())) {
				map(type.cast(entry.resource()), entry, subject, mapper, into);
			}
		}
		return into;
	}

	private <R extends DomainResource, T> void map(R resource, BundleEntry entry, Function<R, Reference> subject,
			Mapper<R, T> mapper, MappingResult<T> into) {
		String reference = entry.reference();
		if (!this.patient.mayBe(subject.apply(resource), entry.fullUrl())) {
			if (ChartPatient.isPatient(subject.apply(resource))) {
				into.foreign(reference);
			}
			else {
				into.unreadable(reference, EntryReason.OF_WHOM_NOT_CLEAR);
			}
		}
		else if (isModified(resource)) {
			into.unreadable(reference, EntryReason.MODIFIED);
		}
		else {
			guarded(resource, reference, mapper, into);
		}
	}

	/**
	 * R4 extensibility, 2.4.1.1, and Resource.implicitRules: a resource with a modifier
	 * that is not understood is not used.
	 */
	public static boolean isModified(DomainResource resource) {
		return resource.hasModifierExtension() || resource.hasImplicitRules();
	}

	/** A broken resource affects nothing but itself. */
	private static <R, T> void guarded(R resource, String reference, Mapper<R, T> mapper, MappingResult<T> into) {
		try {
			mapper.map(resource, reference, into);
		}
		catch (RuntimeException ex) {
			into.unreadable(reference, EntryReason.NOT_UNDERSTOOD);
		}
	}

	/** Turns one kind of resource into entries of the chart. */
	public interface Mapper<R, T> {

		void map(R resource, String reference, MappingResult<T> into);

	}

}
