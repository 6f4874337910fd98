package org.twitchingreference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as a health-IT team gets it. */
class PackagedJarIT {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	/** One a line, without versions, in the order of the alphabet. */
	private static final Path NAMED = Path.of("src/test/resources/packaged-libraries.txt");

	/**
	 * Where the version of a library begins in the name of its file, and what follows.
	 */
	private static final Pattern VERSION = Pattern.compile("-\\d.*");

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final Path JAR = Path.of("target/twitching-reference.jar").toAbsolutePath();

	@Test
	void holdsTheKnowledgeAndNothingOfTheSandbox() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			assertThat(jar.stream().map(ZipEntry::getName))
				.contains("BOOT-INF/classes/fhir-resources/PlanDefinition/PlanDefinition-low-potassium.json")
				.noneMatch((name) -> name.contains("sandbox"))
				.noneMatch((name) -> name.contains("authorization-server"))
				.noneMatch((name) -> name.contains("hapi-fhir-server"))
				.noneMatch((name) -> name.contains("wiremock"));
		}
	}

	@Test
	void carriesItsTerms() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			for (String file : List.of("LICENSE", "NOTICE")) {
				assertThat(jar.getInputStream(jar.getEntry("META-INF/" + file))).as(file)
					.hasSameContentAs(Files.newInputStream(Path.of(file)));
			}
		}
	}

	@Test
	void isARelease() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");

			assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
			assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("\n## " + version + ", 20");
		}
	}

	@Test
	void listsTheLibrariesThatItHoldsInItsBillOfMaterials() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			String location = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
			assertThat(location).as("what a build with --offline does not make").isNotNull();
			JsonNode bill = JsonMapper.shared().readTree(jar.getInputStream(jar.getEntry(location)));
			List<String> listed = bill.path("components")
				.valueStream()
				.map((one) -> one.path("name").asString() + "-" + one.path("version").asString())
				.toList();
			List<String> held = jar.stream()
				.map(ZipEntry::getName)
				.filter((name) -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
				.map((name) -> name.substring(LIBRARIES.length()))
				.toList();

			assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
			assertThat(held).isNotEmpty()
				.allMatch((library) -> listed.stream().anyMatch(library::startsWith), "is listed");
		}
	}

	/** What comes along with something else does not pass unseen. */
	@Test
	void holdsTheLibrariesThatAreNamedAndNoOther() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			List<String> held = jar.stream()
				.map(ZipEntry::getName)
				.filter((name) -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
				.map((name) -> VERSION.matcher(name.substring(LIBRARIES.length())).replaceFirst(""))
				.distinct()
				.sorted()
				.toList();

			assertThat(held).isEqualTo(Files.readAllLines(NAMED));
		}
		// 17 MB of them for the store that nodes share and for metrics: Lettuce, Netty,
		// Reactor, Spring Data, Prometheus
		assertThat(Files.size(JAR)).as("bytes of the jar").isLessThan(82_000_000);
	}

	/**
	 * The classes in the same order, so that the same of two is taken; and those of the
	 * first start are kept for all others.
	 */
	@Test
	void isTheSameProgramWhenItIsTakenApart(@TempDir Path folder) throws Exception {
		assertThat(script("deploy/unpack.sh", JAR.toString(), folder.toString())).isZero();
		assertThat(script("deploy/keep-classes.sh", folder.toString())).isZero();
		Process process = new ProcessBuilder(JAVA, "-Xmx256m", "-Xlog:class+load:stdout",
				"@" + folder.resolve("java-options"), "assess", "--help")
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said).contains("Usage: java -jar twitching-reference.jar assess")
			.containsPattern("org\\.twitchingreference\\.TwitchingReference source: shared objects file");
		try (JarFile jar = new JarFile(JAR.toFile());
				JarFile own = new JarFile(folder.resolve("application.jar").toFile())) {
			String order = new String(jar.getInputStream(jar.getEntry("BOOT-INF/classpath.idx")).readAllBytes(),
					StandardCharsets.UTF_8)
				.replaceAll("- \"BOOT-INF/([^\"]+)\"\\R", ":" + folder.toRealPath() + "/$1");
			assertThat(Files.readString(folder.resolve("java-options"))).contains("/application.jar" + order + "\"");
			assertThat(own.getManifest().getMainAttributes()).isEqualTo(jar.getManifest().getMainAttributes());
			assertThat(own.getEntry("META-INF/sbom/application.cdx.json"))
				.as("what a build with --offline does not make")
				.isNotNull();
		}
	}

	private static int script(String... command) throws Exception {
		ProcessBuilder script = new ProcessBuilder(Stream.concat(Stream.of("sh"), Stream.of(command)).toList())
			.inheritIO();
		script.environment().put("JAVA", JAVA);
		return script.start().waitFor();
	}

	@Test
	void refusesToStartWithASentenceWhenThereIsNoRegistration(@TempDir Path empty) throws Exception {
		Process process = new ProcessBuilder(JAVA, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", JAR.toString(),
				"--server.port=0", "--sever.port=1", "--launch-config=" + empty)
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isNotZero();
		assertThat(output).contains(empty.getFileName().toString()).doesNotContain("\tat ");
		// It knows the settings of Spring Boot from the jars within the jar
		assertThat(output).containsOnlyOnce("There is no setting for the option")
			.contains("the option --sever.port; perhaps --server.port is meant");
	}

}
