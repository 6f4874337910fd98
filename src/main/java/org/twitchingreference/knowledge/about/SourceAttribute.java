package org.twitchingreference.knowledge.about;

import java.util.Locale;

/** One source attribute of a decision support intervention, with its text. */
public record SourceAttribute(Kind kind, String text) {

	/**
	 * The source attributes of evidence-based interventions, in their order.
	 *
	 * @see <a href= "https://www.ecfr.gov/current/title-45/section-170.315">45 CFR
	 * 170.315(b)(11)(iv)(A)</a>
	 */
	public enum Kind {

		/** The research or guidelines that it rests on. */
		BIBLIOGRAPHIC_CITATION,
		/** Who made rules of them. */
		DEVELOPER,
		/** Who paid for that. */
		FUNDING,
		/** When it was released and revised. */
		RELEASE_AND_REVISION,
		/** The rest: whether and how this datum of a patient is used. */
		RACE, ETHNICITY, LANGUAGE, SEXUAL_ORIENTATION, GENDER_IDENTITY, SEX, DATE_OF_BIRTH, SOCIAL_DETERMINANTS,
		HEALTH_STATUS_ASSESSMENTS;

		/** The one that artifacts name so. */
		public static Kind of(String id) {
			return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

		/** As artifacts and JSON name it: "date-of-birth". */
		public String id() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
