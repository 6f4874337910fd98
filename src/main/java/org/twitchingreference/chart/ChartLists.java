package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.Code;

/**
 * What a chart says about whole lists of its own (problems, medicines, allergies,
 * results), in the sections of documents (Composition) and in FHIR Lists; and whether it
 * is a document, which has a section for every list it knows about.
 */
public record ChartLists(boolean isDocument, List<Listing> listings) {

	/** For a chart without documents and Lists. */
	public static final ChartLists NONE = new ChartLists(false, List.of());

	public ChartLists {
		listings = List.copyOf(listings);
	}

	/**
	 * One section or List: its codes and title, whether it has entries, and whether it
	 * says that there is nothing to list (emptyReason nilknown).
	 */
	public record Listing(List<Code> codes, String title, boolean hasEntries, boolean isNil) {

		public Listing {
			codes = List.copyOf(codes);
		}

	}

}
