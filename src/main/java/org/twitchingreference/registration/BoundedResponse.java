package org.twitchingreference.registration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;

/**
 * A response of which no more than a bound is read: at the bound the connection is
 * closed, also while the rest of an unwanted body is being skipped.
 */
class BoundedResponse implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final long bound;

	private final long deadline;

	private @Nullable InputStream body;

	BoundedResponse(ClientHttpResponse response, long bound, long deadline) {
		this.response = response;
		this.bound = bound;
		this.deadline = deadline;
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
			this.body = new BoundedStream(this.response.getBody());
		}
		return this.body;
	}

	@Override
	public void close() {
		try {
			StreamUtils.drain(getBody());
		}
		catch (IOException ex) {
			// Nobody waits for the rest
		}
		this.response.close();
	}

	/** Counts what is read; past the bound, or past the time, it closes the stream. */
	private final class BoundedStream extends FilterInputStream {

		private long count;

		BoundedStream(InputStream stream) {
			super(stream);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = readInTime(bytes, offset, length);
			this.count += Math.max(read, 0);
			if (this.count > BoundedResponse.this.bound) {
				super.close();
				throw new BodyTooLargeException();
			}
			return read;
		}

		/** The HTTP client closes a stream at its time-out without saying why. */
		private int readInTime(byte[] bytes, int offset, int length) throws IOException {
			try {
				return super.read(bytes, offset, length);
			}
			catch (IOException ex) {
				if (System.nanoTime() - BoundedResponse.this.deadline >= 0) {
					throw new HttpTimeoutException("The answer took too long");
				}
				throw ex;
			}
		}

	}

}
