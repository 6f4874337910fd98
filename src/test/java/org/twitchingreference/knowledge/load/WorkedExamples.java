package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The worked examples of fhir-resources/README.md, put beside the knowledge: what they
 * say of adding something must be true.
 */
public final class WorkedExamples {

	/** A fenced block: its language, where it belongs, and its text. */
	private static final Pattern BLOCK = Pattern
		.compile("(?ms)^```(json|cql) (into )?(\\S+?)(?:, (\\w+))?\\n(.*?)^```$");

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Block> blocks;

	/** Reads the examples. */
	public WorkedExamples() {
		this.blocks = BLOCK.matcher(Table.read(ArtifactFiles.FOLDER.resolve("README.md")))
			.results()
			.map((found) -> new Block(found.group(2) != null, found.group(3), found.group(4), found.group(5)))
			.toList();
	}

	/** The artifacts that the examples add or add to, by their path in fhir-resources. */
	public Map<String, String> artifacts() {
		Map<String, String> artifacts = new LinkedHashMap<>();
		this.blocks.stream().filter((block) -> block.file().matches("[A-Z].*\\.json")).forEach((block) -> {
			Path there = ArtifactFiles.FOLDER.resolve(block.file());
			artifacts.put(block.file(), block.addition() ? block.within(Table.read(there)) : block.text());
		});
		return artifacts;
	}

	/** The knowledge with the examples in it. */
	public Knowledge knowledge() throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		ArtifactFiles.in(ArtifactFiles.FOLDER).forEach((file, text) -> files.put(file, bytes(text)));
		artifacts().forEach((file, text) -> files.put(file, bytes(text)));
		return KnowledgeLoader.load(files, Files.readAllBytes(ArtifactFiles.FOLDER.resolve(MedicineIndex.TABLE)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** What the examples add to the CQL library: its value sets and its definitions. */
	public String cql(String library) {
		return of("cql/" + library + ".cql").map(Block::text).collect(Collectors.joining("\n"));
	}

	/** The cases that the examples add. */
	public Stream<JsonNode> cases() {
		return this.blocks.stream()
			.filter((block) -> block.file().startsWith("src/test/resources/cases/"))
			.flatMap((block) -> JSON.readTree(block.text()).valueStream());
	}

	private Stream<Block> of(String file) {
		return this.blocks.stream().filter((block) -> block.file().equals(file));
	}

	/** One block; an addition goes into the named list of a file that exists. */
	private record Block(boolean addition, String file, String list, String text) {

		String within(String existing) {
			JsonNode whole = JSON.readTree(existing);
			((ArrayNode) whole.required(this.list)).add(JSON.readTree(this.text));
			return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
		}

	}

}
