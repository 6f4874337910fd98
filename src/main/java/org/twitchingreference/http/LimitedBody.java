package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.IOIntSupplier;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that is cut off when it is closed before its end. */
final class LimitedBody extends HttpEntityWrapper {

	private final Content content;

	LimitedBody(HttpEntity body, Exchange exchange) throws IOException {
		super(body);
		this.content = new Content(body.getContent(), exchange);
	}

	@Override
	public InputStream getContent() {
		return this.content;
	}

	@Override
	public void close() {
		this.content.close();
	}

	/**
	 * The bytes of a body. However they are read, the end of the body ends the exchange,
	 * and a failure says whether the time was over.
	 */
	private static final class Content extends ProxyInputStream {

		private final Exchange exchange;

		private boolean ended;

		Content(InputStream stream, Exchange exchange) {
			super(stream);
			this.exchange = exchange;
		}

		@Override
		public int read() throws IOException {
			return orCutOff(super::read);
		}

		@Override
		public int read(byte[] bytes) throws IOException {
			return orCutOff(() -> super.read(bytes));
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return orCutOff(() -> super.read(bytes, offset, length));
		}

		@Override
		protected void afterRead(int read) {
			if (read == IOUtils.EOF) {
				this.ended = true;
				this.exchange.end();
			}
		}

		@Override
		protected void handleIOException(IOException failure) throws IOException {
			throw this.exchange.failed(failure);
		}

		@Override
		public void close() {
			if (!this.ended) {
				this.exchange.cutOff();
			}
		}

		private int orCutOff(IOIntSupplier read) throws IOException {
			try {
				return read.getAsInt();
			}
			catch (IllegalStateException ex) {
				throw this.exchange.failed(ex);
			}
		}

	}

}
