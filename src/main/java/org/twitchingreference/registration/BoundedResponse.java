package org.twitchingreference.registration;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;

import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/**
 * A response of which no more than a bound is read, as it is sent and as it unpacks: at
 * the bound the connection is closed, also while the rest of an unwanted body is being
 * skipped. Of a refusal little is of use, so little is read.
 */
class BoundedResponse implements ClientHttpResponse {

	/** The most bytes of a body with an error status. */
	static final long REFUSAL = 64 * 1024;

	private final ClientHttpResponse response;

	private final long bound;

	private final AtomicLong count;

	private @Nullable InputStream sent;

	private @Nullable InputStream body;

	/** Takes the bound of a success, and where the bytes that come in are counted. */
	BoundedResponse(ClientHttpResponse response, long bound, AtomicLong count) throws IOException {
		this.response = response;
		this.bound = response.getStatusCode().isError() ? Math.min(bound, REFUSAL) : bound;
		this.count = count;
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() throws IOException {
		if (this.body == null) {
			this.body = isPacked() ? bounded(unpacked(), new AtomicLong()) : sent();
		}
		return this.body;
	}

	@Override
	public void close() {
		try {
			StreamUtils.drain(sent());
		}
		catch (IOException ex) {
			// Nobody waits for the rest
		}
		this.response.close();
	}

	private InputStream sent() throws IOException {
		if (this.sent == null) {
			this.sent = bounded(this.response.getBody(), this.count);
		}
		return this.sent;
	}

	/** The JDK's own recurses for each part that unpacks to nothing. */
	private InputStream unpacked() throws IOException {
		try {
			return new GzipCompressorInputStream(sent());
		}
		catch (BodyTooLargeException | SocketTimeoutException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new ZipException("Not packed as it says");
		}
	}

	private InputStream bounded(InputStream stream, AtomicLong counter) {
		return new BoundedStream(stream, this.bound, counter);
	}

	/** Nothing but gzip was asked for. */
	private boolean isPacked() throws IOException {
		String encoding = Objects.requireNonNullElse(getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING), "identity");
		return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
			case "gzip", "x-gzip" -> true;
			case "identity", "" -> false;
			default -> throw new ZipException("Packed in another way than asked for");
		};
	}

}
