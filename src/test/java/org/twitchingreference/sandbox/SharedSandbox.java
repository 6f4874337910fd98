package org.twitchingreference.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** One sandbox for all of its tests, with one patient more who has 430 results. */
final class SharedSandbox {

	static final URI APP = URI.create("http://127.0.0.1:8080");

	static final String MANY = "many-results";

	static final int MANY_RESULTS = 430;

	private static final SandboxEhr EHR = start();

	private SharedSandbox() {
	}

	static URI base() {
		return EHR.base();
	}

	static String fhir() {
		return EHR.base() + "/fhir";
	}

	static SandboxEhr ehr() {
		return EHR;
	}

	private static SandboxEhr start() {
		try {
			return SandboxEhr.start(freePort(), APP, AppKeys.address(), List.of(folderWithManyResults()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	/** A transaction with urn:uuid references, in gzip, as exports come. */
	private static Path folderWithManyResults() throws IOException {
		Path folder = Files.createTempDirectory("charts");
		String results = IntStream.range(0, MANY_RESULTS)
			.mapToObj(SharedSandbox::result)
			.collect(Collectors.joining(","));
		String bundle = """
				{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:0a","resource":
				{"resourceType":"Patient","id":"%s","name":[{"family":"Many"}]}},%s]}""".formatted(MANY, results);
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("many.json.gz")))) {
			out.write(bundle.getBytes(StandardCharsets.UTF_8));
		}
		return folder;
	}

	private static String result(int number) {
		return """
				{"fullUrl":"urn:uuid:r%1$d","resource":{"resourceType":"Observation","status":"final",
				"code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}]},"subject":{"reference":"urn:uuid:0a"},
				"effectiveDateTime":"{T-%1$dd}"}}""".formatted(number);
	}

}
