package org.twitchingreference.knowledge.load;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Library;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.about.Description;
import org.twitchingreference.knowledge.about.Description.Change;
import org.twitchingreference.knowledge.about.Description.Terminology;
import org.twitchingreference.knowledge.about.SourceAttribute;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads how this version describes itself, from the reference's own Library. */
final class DescriptionReader {

	private final Library library;

	private final Extensions extensions;

	private DescriptionReader(Library library, String file) {
		this.library = library;
		this.extensions = new Extensions(library.getExtension(), file);
	}

	static Description read(Library library, String file) {
		return new DescriptionReader(library, file).read();
	}

	private Description read() {
		return new Description(day(this.library.getDateElement().getValueAsString()),
				Optional.ofNullable(this.library.getApprovalDateElement().getValueAsString()).map(this::day),
				required(this.library.getPurpose(), "purpose"), required(this.library.getUsage(), "usage"),
				attributes(), nonEmpty(this.extensions.texts("known-limit"), "known-limit"),
				nonEmpty(parts("terminology")
					.map((part) -> new Terminology(part.required("name"), part.required("notice"), link(part)))
					.toList(), "terminology"),
				nonEmpty(parts("change")
					.map((part) -> new Change(part.required("version"), day(part.required("date")),
							part.required("text")))
					.toList(), "change"));
	}

	/** All thirteen, in their order: none is left out where nothing is used. */
	private List<SourceAttribute> attributes() {
		List<Extensions> given = parts("source-attribute").toList();
		List<String> expected = Stream.of(SourceAttribute.Kind.values()).map(SourceAttribute.Kind::id).toList();
		if (!given.stream().map((part) -> part.required("id")).toList().equals(expected)) {
			throw broken("must have a source-attribute of each of these, in this order: " + expected);
		}
		return given.stream()
			.map((part) -> new SourceAttribute(SourceAttribute.Kind.of(part.required("id")), part.required("text")))
			.toList();
	}

	private Stream<Extensions> parts(String name) {
		return this.extensions.all(name).stream().map((one) -> Extensions.of(one, this.extensions.file()));
	}

	private String link(Extensions part) {
		String link = part.required("link");
		if (!link.startsWith("https://")) {
			throw broken("has the link " + link + ", which is not https");
		}
		return link;
	}

	private <T> List<T> nonEmpty(List<T> found, String name) {
		if (found.isEmpty()) {
			throw broken("has no " + name);
		}
		return found;
	}

	private String required(@Nullable String text, String name) {
		return Optional.ofNullable(text).orElseThrow(() -> broken("does not give its " + name));
	}

	private LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw broken("has the date " + text + ", which is no whole day");
		}
	}

	private KnowledgeException broken(String what) {
		return new KnowledgeException(this.extensions.file(), what);
	}

}
