package org.twitchingreference.sandbox;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.twitchingreference.ProjectClasses;

/**
 * The sandbox is a product of its own, which the app meets over HTTP only, as it would
 * any EHR.
 */
class SandboxArchitectureTests {

	private static final String APP = ProjectClasses.ROOT;

	private static final String SANDBOX = APP + ".sandbox";

	private static final JavaClasses CLASSES = ProjectClasses.in(SANDBOX, (location) -> !location.contains("Tests"));

	@Test
	void knowsNoClassOfTheAppButTheOneItStarts() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotBelongToAnyOf(SandboxAndReference.class, SandboxNodes.class)
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage(APP + "..")
				.and(JavaClass.Predicates.resideOutsideOfPackage(SANDBOX + "..")))
			.check(CLASSES);
	}

	@Test
	void packagesMakeNoCircle() {
		SlicesRuleDefinition.slices().matching(SANDBOX + ".(*)..").should().beFreeOfCycles().check(CLASSES);
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(SANDBOX)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(SANDBOX)
			.check(CLASSES);
	}

	@Test
	void othersStartItAndMeetItOverHttp() {
		JavaClasses everything = ProjectClasses.in(APP);
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(SANDBOX + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(SANDBOX + ".(authorization|ehr|fhir|page|quirks|search)..")
			.check(everything);
	}

}
