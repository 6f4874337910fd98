package org.twitchingreference.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.knowledge.DerivedFiles;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What an editor says of a launch-config file is what the application says of it. */
class RegistrationSchemaTests {

	private static final Path SHIPPED = Path.of("launch-config");

	private static final Path SANDBOX = Path.of("src/sandbox/resources/launch-config");

	private static final List<Path> BROKEN = List.of(Path.of("src/test/resources/launch-config-broken"),
			Path.of("src/test/resources/preflight-broken"));

	/**
	 * Mistakes that a schema can know of: keys, words, kinds of values, what is missing.
	 */
	private static final Pattern OF_FORM = Pattern.compile("# expected: (?:.*\\$AND|line \\d+, )?(?:"
			+ "file-unknown |file-secret-in-file |correct or remove the unknown|move the value of"
			+ "|set `[a-z.-]+`(?:\\.| to one of| to true or false| to a whole number)|name the client secret"
			+ "|keep only one of `client-secret|remove `client-secret).*");

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
		.getSchema(RegistrationSchema.content());

	@Test
	void isPublishedAsGenerated() throws IOException {
		assertThat(RegistrationSchema.FILE).as("Run " + DerivedFiles.COMMAND).hasContent(RegistrationSchema.content());
	}

	@Test
	void hasEveryFieldOfTheDocumentAndNoOther() {
		assertThat(RegistrationFields.read().names()).containsExactlyInAnyOrderElementsOf(UnknownField.KNOWN);
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void isNamedByEachShippedFile(Path file) throws IOException {
		assertThat(Files.readAllLines(file)).startsWith(RegistrationSchema.REFERENCE);
	}

	@ParameterizedTest
	@MethodSource("sandbox")
	void isNamedByEachFileOfTheSandboxWhereItIs(Path file) throws IOException {
		String first = Files.readAllLines(file).get(0);

		assertThat(first).startsWith(RegistrationSchema.REFERENCE.replaceFirst("=.*", "="));
		assertThat(file.resolveSibling(first.replaceFirst(".*=", ""))).hasSameBinaryContentAs(RegistrationSchema.FILE);
	}

	@ParameterizedTest
	@MethodSource({ "shipped", "sandbox" })
	void acceptsWhatTheApplicationReads(Path file) throws IOException {
		assertThat(mistakes(file)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void refusesMistakesOfForm(Path file) throws IOException {
		assertThat(mistakes(file)).isNotEmpty();
	}

	static Stream<Path> refusesMistakesOfForm() throws IOException {
		Stream.Builder<Path> files = Stream.builder();
		for (Path folder : BROKEN) {
			for (Path file : files(folder, 1)) {
				if (OF_FORM.matcher(Files.readAllLines(file).get(0)).matches()) {
					files.add(file);
				}
			}
		}
		return files.build();
	}

	static Stream<Path> shipped() throws IOException {
		return files(SHIPPED, 1).stream();
	}

	static Stream<Path> sandbox() throws IOException {
		return files(SANDBOX, 2).stream();
	}

	private static List<Path> files(Path folder, int depth) throws IOException {
		try (Stream<Path> files = Files.walk(folder, depth)) {
			return files.filter((file) -> file.toString().matches(".*\\.yml(\\.example)?")).sorted().toList();
		}
	}

	private static List<?> mistakes(Path file) throws IOException {
		Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
		return SCHEMA.validate(JsonMapper.shared().writeValueAsString(written), InputFormat.JSON);
	}

}
