package org.twitchingreference.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CqlToLibrariesTests {

	@ParameterizedTest
	@MethodSource("files")
	void carriesTheCqlAsItIs(Path cql) throws IOException {
		assertThat(Files.readString(CqlToLibraries.library(cql)))
			.as("%s does not carry %s as it is: run ./mvnw spring-boot:test-run@knowledge", CqlToLibraries.library(cql),
					cql)
			.isEqualTo(CqlToLibraries.content(cql));
	}

	static Stream<Path> files() throws IOException {
		return CqlToLibraries.files().stream();
	}

}
