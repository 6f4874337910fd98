package org.twitchingreference.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.twitchingreference.assess.GoldenReports;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.oracle.CqlToLibraries;
import org.twitchingreference.registration.RegistrationSchema;

/**
 * Writes the files that follow from the knowledge, and the schema of launch-config, so
 * that nobody has to keep them by hand (fhir-resources/README.md lists them). Tests fail
 * when one of them is out of date.
 */
public final class DerivedFiles {

	/** The command that runs it, for the messages of those tests. */
	public static final String COMMAND = "./mvnw spring-boot:test-run@knowledge";

	private DerivedFiles() {
	}

	/**
	 * Writes each file that is out of date and names it, and what is still to be written.
	 */
	public static void main(String[] args) throws IOException {
		try {
			write();
		}
		catch (KnowledgeException ex) {
			System.err.println(ex.sentence());
			System.exit(1);
		}
	}

	private static void write() throws IOException {
		for (Map.Entry<Path, String> file : contents().entrySet()) {
			boolean current = Files.exists(file.getKey()) && Files.readString(file.getKey()).equals(file.getValue());
			if (!current) {
				Files.writeString(file.getKey(), file.getValue());
				System.out.println("Written: " + file.getKey());
			}
		}
		MissingByHand.lines(KnowledgeConfiguration.knowledge()).forEach(System.out::println);
	}

	private static Map<Path, String> contents() throws IOException {
		Knowledge knowledge = KnowledgeConfiguration.knowledge();
		Map<Path, String> contents = new LinkedHashMap<>();
		for (Path cql : CqlToLibraries.files()) {
			contents.put(CqlToLibraries.library(cql), CqlToLibraries.content(cql));
		}
		contents.put(StableIds.FILE, StableIds.with(knowledge));
		contents.put(UnsupportedActions.FILE, UnsupportedActions.of(knowledge));
		contents.put(PhysicianTables.FILE, PhysicianTables.of(knowledge));
		contents.put(RegistrationSchema.FILE, RegistrationSchema.content());
		contents.putAll(GoldenReports.contents());
		return contents;
	}

}
