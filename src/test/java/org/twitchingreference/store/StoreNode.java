package org.twitchingreference.store;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** What a node has of the store that it shares with others, without the rest of it. */
public final class StoreNode implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private StoreNode(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Nodes that share a store have its port, and the file of its keys. */
	public static StoreNode start(int port, Path keys, String... settings) {
		SpringApplication application = new SpringApplication(SharedStoreConfiguration.class,
				SslAutoConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return new StoreNode(application.run(Stream
			.concat(Stream.of("--twitching.store=redis", "--twitching.store-keys=" + keys,
					"--spring.data.redis.port=" + port, "--spring.data.redis.timeout=30s"), Stream.of(settings))
			.toArray(String[]::new)));
	}

	public SharedStore store() {
		return this.context.getBean(SharedStore.class);
	}

	public StoreCipher seal() {
		return this.context.getBean(StoreCipher.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
