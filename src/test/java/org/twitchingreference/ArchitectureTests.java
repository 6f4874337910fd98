package org.twitchingreference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The invariants of ARCHITECTURE.md that the code itself shows. */
class ArchitectureTests {

	private static final String ROOT = ProjectClasses.ROOT;

	/** Text in quotes that looks like a LOINC, SNOMED CT, RxNorm or ICD-10-CM code. */
	private static final Pattern CLINICAL_CODE = Pattern
		.compile("(?<!DefaultValue\\()\"(\\d{3,5}-\\d|\\d{5,18}|[A-TV-Z]\\d{2}\\.\\d[0-9A-Z]{0,3})\"");

	private static final JavaClasses CLASSES = ProjectClasses.ofTheApplication();

	@Test
	void packagesDependOnlyAlongTheirArrows() {
		ApplicationModules.of(TwitchingReference.class).verify();
	}

	/** Also inside modules: who reads one package need not read those that use it. */
	@Test
	void noPackagesDependOnEachOtherInACircle() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "src/main/java", "src/sandbox/java", "src/test/java" })
	void noPackageHoldsMoreThanThirtyFiles(String sources) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(sources))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))
				.collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))).isNotEmpty()
				.allSatisfy((folder, count) -> assertThat(count).as(folder.toString()).isLessThanOrEqualTo(30));
		}
	}

	@Test
	void fhirModelClassesStayWhereFhirIsRead() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(ROOT + ".mapping..", ROOT + ".reading..", ROOT + ".knowledge.load..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..")
			.check(CLASSES);
	}

	@Test
	void theAssessmentHasNoFrameworkNoInputAndNoOutput() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".assessment..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.beans..", "org.springframework.boot..",
					"org.springframework.context..", "org.springframework.core..", "org.springframework.stereotype..",
					"org.springframework.util..", "org.springframework.web..")
			.orShould()
			.dependOnClassesThat()
			.resideInAnyPackage("java.io..", "java.net..", "java.nio..", "org.slf4j..", "jakarta..")
			.check(CLASSES);
	}

	@Test
	void theAssessmentHasNoClockOfItsOwn() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".assessment..")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(Clock.class)
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

	@Test
	void thereIsNoSessionAndNoFieldInjection() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
			.check(CLASSES);
		ArchRuleDefinition.noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
	}

	/** That client looks at every address; a client of its own would look at none. */
	@Test
	void everythingIsAskedByTheOneBoundedClient() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".http..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..", "org.apache.hc..")
			.orShould()
			.dependOnClassesThat()
			.haveNameMatching("java\\.n(et|io\\.channels)\\.(\\w+Connection|\\w*Socket(Channel)?)|"
					+ ".*\\.(RestTemplate|RestOperations|WebClient|\\w+RequestFactory)")
			.orShould()
			.callMethod(RestClient.class, "create")
			.orShould()
			.callMethod(RestClient.class, "builder")
			.check(CLASSES);
	}

	@Test
	void noClinicalCodeStandsInJava() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".java"))).allSatisfy((file) -> assertThat(
					CLINICAL_CODE.matcher(Files.readString(file)).results().map((code) -> code.group(1)))
				.as(file.toString())
				.isEmpty());
		}
	}

}
