package org.twitchingreference.http.body;

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
 * A response whose body is read up to a bound of bytes, counted both as sent and as
 * unpacked. At the bound the connection is closed, also while {@link #close} skips the
 * rest of a body that nobody read to its end. A refusal has a lower limit, because only
 * its issue codes are used.
 */
public class BoundedResponse implements ClientHttpResponse {

	/** The most bytes that are read of a body with an error status. */
	static final long REFUSAL = 64 * 1024;

	private final ClientHttpResponse response;

	private final long bound;

	private final AtomicLong count;

	private final BoundedStream.Progress unpacked;

	private @Nullable InputStream sent;

	private @Nullable InputStream body;

	/** For a success of at most this many bytes, too small to need room in memory. */
	public BoundedResponse(ClientHttpResponse response, long bound) throws IOException {
		this(response, bound, new AtomicLong(), BoundedStream.Progress.UNWATCHED);
	}

	/**
	 * Takes the most bytes of a success, the counter of received bytes, and the room that
	 * the unpacked ones need.
	 */
	public BoundedResponse(ClientHttpResponse response, long bound, AtomicLong count, BodyMemory.Body room)
			throws IOException {
		this(response, bound, count, room::hasRead);
	}

	private BoundedResponse(ClientHttpResponse response, long bound, AtomicLong count, BoundedStream.Progress unpacked)
			throws IOException {
		this.response = response;
		this.bound = response.getStatusCode().isError() ? Math.min(bound, REFUSAL) : bound;
		this.count = count;
		this.unpacked = unpacked;
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
			this.body = bounded(isPacked() ? unpacked() : sent(), new AtomicLong(), this.unpacked);
		}
		return this.body;
	}

	@Override
	public void close() {
		try {
			StreamUtils.drain(sent());
		}
		catch (IOException ex) {
			// The rest of the body is not needed
		}
		this.response.close();
	}

	private InputStream sent() throws IOException {
		if (this.sent == null) {
			this.sent = bounded(this.response.getBody(), this.count, BoundedStream.Progress.UNWATCHED);
		}
		return this.sent;
	}

	/**
	 * The unpacked body. The JDK's own stream is not used: it recurses once for each gzip
	 * member that unpacks to nothing, which exhausts the stack.
	 */
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

	private InputStream bounded(InputStream stream, AtomicLong counter, BoundedStream.Progress progress) {
		return new BoundedStream(stream, this.bound, counter, progress);
	}

	/** Whether the body is packed by gzip, the only packing that was asked for. */
	private boolean isPacked() throws IOException {
		String encoding = Objects.requireNonNullElse(getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING), "identity");
		return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
			case "gzip", "x-gzip" -> true;
			case "identity", "" -> false;
			default -> throw new ZipException("Packed in another way than asked for");
		};
	}

}
