package org.twitchingreference.about;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.about.Description;
import org.twitchingreference.knowledge.about.SourceAttribute;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;

/**
 * What /about shows: the version of the program (empty if it does not run from its jar)
 * and of the content, whether a physician has reviewed it, the rest in the words of the
 * knowledge, and the table of clinical drugs in use.
 */
record AboutPage(Optional<String> version, String contentVersion, String review, Description description,
		List<Attribute> attributes, List<SourceRow> sources, MedicineCatalogue.Table drugs) {

	static AboutPage of(Knowledge knowledge, Texts texts) {
		Description description = knowledge.description();
		String review = description.approved()
			.map((day) -> texts.get("about.review.done", day))
			.orElseGet(() -> texts.get("about.review.none"));
		return new AboutPage(Optional.ofNullable(AboutPage.class.getPackage().getImplementationVersion()),
				knowledge.version(), review, description,
				description.attributes().stream().map((one) -> Attribute.of(one, texts)).toList(),
				SourceRow.list(knowledge.sources().stream().filter((source) -> !source.id().startsWith("S")).toList(),
						texts),
				knowledge.medicines().table());
	}

	/** One of the thirteen source attributes, under the name that readers know. */
	record Attribute(int number, String id, String title, String text) {

		private static Attribute of(SourceAttribute attribute, Texts texts) {
			String id = attribute.kind().id();
			return new Attribute(List.of(SourceAttribute.Kind.values()).indexOf(attribute.kind()) + 1, id,
					texts.get("about.attribute." + id), attribute.text());
		}

	}

}
