package org.twitchingreference;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;

/**
 * The compiled classes that rules are about. Beside them only those of the JDK are looked
 * up; of libraries, whose thousands take most of the time, the names are enough.
 */
public final class ProjectClasses {

	public static final String ROOT = "org.twitchingreference";

	static {
		ArchConfiguration.get().setClassResolver(SelectedClassResolverFromClasspath.class);
		ArchConfiguration.get().setClassResolverArguments(ROOT, "java");
	}

	private ProjectClasses() {
	}

	/** Those of the package and of all inside it. */
	public static JavaClasses in(String packageName, ImportOption... wanted) {
		ClassFileImporter importer = new ClassFileImporter();
		for (ImportOption option : wanted) {
			importer = importer.withImportOption(option);
		}
		return importer.importPackages(packageName);
	}

	/** Those of the application, without sandbox and tests. */
	public static JavaClasses ofTheApplication() {
		return in(ROOT, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
	}

}
