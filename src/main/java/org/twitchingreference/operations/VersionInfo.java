package org.twitchingreference.operations;

import java.util.Map;
import java.util.Optional;

import org.twitchingreference.knowledge.Knowledge;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.system.JavaVersion;
import org.springframework.stereotype.Component;

/** Which versions of the program and of its knowledge are running. */
@Component
class VersionInfo implements InfoContributor {

	/** A jar states its version; classes from a build do not. */
	private static final String UNRELEASED = "development";

	private final Knowledge knowledge;

	VersionInfo(Knowledge knowledge) {
		this.knowledge = knowledge;
	}

	@Override
	public void contribute(Info.Builder builder) {
		String version = Optional.ofNullable(VersionInfo.class.getPackage().getImplementationVersion())
			.orElse(UNRELEASED);
		builder.withDetails(Map.of("version", version, "contentVersion", this.knowledge.version(), "java",
				JavaVersion.getJavaVersion().toString()));
	}

}
