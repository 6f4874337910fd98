package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an open FHIR server answers, asked once and kept, so that measuring the app does
 * not measure that server too.
 */
final class RecordedCharts implements PlainEhr.Fhir {

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, PlainEhr.Body> kept = new ConcurrentHashMap<>();

	private final String server;

	private volatile String replacement = "";

	RecordedCharts(URI server) {
		this.server = server.toString();
	}

	/** The address that stands for the server's in what is kept. */
	void standAt(URI issuer) {
		this.replacement = issuer.toString();
	}

	@Override
	public PlainEhr.Body answer(String address) throws IOException {
		PlainEhr.Body known = this.kept.get(address);
		if (known != null) {
			return known;
		}
		PlainEhr.Body fetched = fetch(address);
		this.kept.put(address, fetched);
		return fetched;
	}

	private PlainEhr.Body fetch(String address) throws IOException {
		try {
			HttpResponse<String> response = this.client.send(
					HttpRequest.newBuilder(URI.create(this.server + address)).build(),
					HttpResponse.BodyHandlers.ofString());
			byte[] body = response.body()
				.replace(this.server, this.replacement)
				.getBytes(java.nio.charset.StandardCharsets.UTF_8);
			return new PlainEhr.Body(response.statusCode(), body, 1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
