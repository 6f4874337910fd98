package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The least that a server does for a sidebar: Spring Boot with Spring MVC, and HAPI's
 * client, which for each request exchanges a token, then fetches and parses what the app
 * read of the chart ("-Dissuer", "-Dpatient", and the file "-Dchains"). It maps, assesses
 * and shows nothing. No stereotype: the server itself, started with the tests beside it,
 * would find it and run it too.
 */
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class })
public class BareServer {

	static final String CHART = "/chart";

	/** More requests at once than 26 launches a second make, which the app allows. */
	private static final int AT_ONCE = 512;

	protected BareServer() {
	}

	public static void main(String[] args) throws IOException {
		URI issuer = URI.create(System.getProperty("issuer"));
		String patient = System.getProperty("patient");
		List<List<PlainEhr.Answered>> chains = read(Path.of(System.getProperty("chains")));
		BareClient client = new BareClient(issuer, AT_ONCE);
		SpringApplication server = new SpringApplication(BareServer.class);
		server.addInitializers((context) -> ((GenericApplicationContext) context).registerBean("charts",
				RouterFunction.class, () -> RouterFunctions.route().GET(CHART, (request) -> {
					client.fetch(issuer.resolve("/token"), patient, chains);
					return ServerResponse.noContent().build();
				}).build()));
		server.run(args);
	}

	/** A chain to a line, of addresses. */
	static void write(Path file, Chains chains) throws IOException {
		Files.write(file,
				chains.all()
					.stream()
					.map((chain) -> String.join(" ", chain.stream().map(PlainEhr.Answered::address).toList()))
					.toList());
	}

	private static List<List<PlainEhr.Answered>> read(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.map((chain) -> Stream.of(chain.split(" "))
				.map((address) -> new PlainEhr.Answered(address, 0, 0, new byte[0], 0))
				.toList())
			.toList();
	}

}
