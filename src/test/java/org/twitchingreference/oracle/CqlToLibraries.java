package org.twitchingreference.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of each file of CQL the Library resource that carries it. */
public final class CqlToLibraries {

	private static final Path CQL = Path.of("fhir-resources/cql");

	private static final Path LIBRARIES = Path.of("fhir-resources/Library");

	private static final Pattern INCLUDE = Pattern.compile("^include (\\w+) version '([^']+)'", Pattern.MULTILINE);

	/** The comment at the head of the file says what the library is for. */
	private static final Pattern HEAD = Pattern.compile("^library \\w+ version '[^']+'\n\n((?:// .*\n)+)");

	private static final String LIBRARY = """
			{
			  "resourceType": "Library",
			  "id": "%1$s",
			  "url": "http://twitchingreference.org/fhir/Library/%1$s",
			  "version": "1.0.0",
			  "name": "%1$s",
			  "title": "%1$s in CQL",
			  "status": "draft",
			  "experimental": false,
			  "type": {
			    "coding": [
			      {
			        "system": "http://terminology.hl7.org/CodeSystem/library-type",
			        "code": "logic-library"
			      }
			    ]
			  },
			  "date": "2026-11-22",
			  "publisher": "Muscle Twitching Reference",
			  "description": "%2$s",%3$s
			  "content": [
			    {
			      "contentType": "text/cql",
			      "data": "%4$s"
			    }
			  ]
			}
			""";

	private static final String DEPENDS_ON = """
			    {
			      "type": "depends-on",
			      "resource": "%s"
			    }
			""".stripTrailing();

	private CqlToLibraries() {
	}

	/** All files of CQL. */
	public static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(CQL)) {
			return files.filter((file) -> file.toString().endsWith(".cql")).sorted().toList();
		}
	}

	/** The file of the Library that carries the CQL. */
	public static Path library(Path cql) {
		return LIBRARIES.resolve("Library-" + name(cql) + ".json");
	}

	/** What should stand there. */
	public static String content(Path cql) throws IOException {
		String text = Files.readString(cql);
		return LIBRARY.formatted(name(cql), description(text), dependencies(text),
				Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String name(Path cql) {
		return cql.getFileName().toString().replace(".cql", "");
	}

	private static String description(String text) {
		return HEAD.matcher(text)
			.results()
			.map((head) -> head.group(1).replace("// ", "").replace("\n", " ").strip().replace("\"", "\\\""))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("A comment at the head must say what the library is for"));
	}

	private static String dependencies(String text) {
		String included = INCLUDE.matcher(text)
			.results()
			.map((include) -> DEPENDS_ON.formatted(canonical(include)))
			.collect(Collectors.joining(",\n"));
		return included.isEmpty() ? "" : "\n  \"relatedArtifact\": [\n" + included + "\n  ],";
	}

	private static String canonical(MatchResult include) {
		String base = include.group(1).equals("FHIRHelpers") ? "http://hl7.org/fhir/Library/"
				: "http://twitchingreference.org/fhir/Library/";
		return base + include.group(1) + "|" + include.group(2);
	}

}
