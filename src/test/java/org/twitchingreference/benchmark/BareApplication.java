package org.twitchingreference.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/**
 * The least that a server is that reads FHIR: Spring Boot with Spring MVC, and HAPI,
 * which parses the chart named by "-Dchart=FILE". Its start is what that of the whole
 * server is compared with (docs/performance.md). No stereotype: the server itself,
 * started with the tests beside it, would find it and run it too.
 */
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class })
public class BareApplication implements CommandLineRunner {

	public static void main(String[] args) {
		SpringApplication.run(BareApplication.class, args);
	}

	/** Prints a line when it is ready. */
	@Override
	public void run(String... args) throws IOException {
		int entries = FhirContext.forR4()
			.newJsonParser()
			.parseResource(Bundle.class, chart(Path.of(System.getProperty("chart"))))
			.getEntry()
			.size();
		System.out.println("Ready with a chart of " + entries + " resources");
	}

	private static String chart(Path file) throws IOException {
		try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
