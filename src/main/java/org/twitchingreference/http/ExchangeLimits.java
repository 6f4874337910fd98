package org.twitchingreference.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.IOIntSupplier;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Ends an exchange with an EHR when its time is over, at any point between connecting and
 * the last byte, or when its reader stops before the end of the body. The rest of the
 * answer is neither awaited nor skipped: the connection is closed.
 */
final class ExchangeLimits implements ExecChainHandler, AutoCloseable {

	private final ScheduledExecutorService timer = timer();

	@Override
	public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		Exchange exchange = start(scope);
		try {
			ClassicHttpResponse response = chain.proceed(request, scope);
			HttpEntity entity = response.getEntity();
			if (entity == null) {
				exchange.end();
			}
			else {
				response.setEntity(new Body(entity, exchange));
			}
			return response;
		}
		catch (IOException ex) {
			throw exchange.failed(ex);
		}
		catch (IllegalStateException ex) {
			throw exchange.failed(cutOff(ex));
		}
		catch (HttpException | RuntimeException ex) {
			exchange.end();
			throw ex;
		}
	}

	/**
	 * The HTTP client throws IllegalStateException when it is cut off between two steps.
	 */
	private static IOException cutOff(IllegalStateException ex) {
		return new IOException("The exchange was cut off", ex);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private Exchange start(ExecChain.Scope scope) {
		long time = Objects.requireNonNull(scope.clientContext.getRequestConfigOrDefault().getResponseTimeout())
			.toMilliseconds();
		Cancellable request = (Cancellable) scope.originalRequest;
		return new Exchange(request, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(time),
				this.timer.schedule(request::cancel, time, TimeUnit.MILLISECONDS));
	}

	private static ScheduledExecutorService timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("ehr-time-");
		threads.setDaemon(true);
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads);
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	/**
	 * One request with its answer, until it ends or is cut off. The deadline is a value
	 * of System.nanoTime().
	 */
	private record Exchange(Cancellable request, long deadline, Future<?> timeout) {

		void end() {
			this.timeout.cancel(false);
		}

		void cutOff() {
			end();
			this.request.cancel();
		}

		IOException failed(IOException failure) {
			end();
			return (System.nanoTime() - this.deadline >= 0) ? new SocketTimeoutException("The answer took too long")
					: failure;
		}

	}

	/** A body that is cut off when it is closed before its end. */
	private static final class Body extends HttpEntityWrapper {

		private final Content content;

		Body(HttpEntity body, Exchange exchange) throws IOException {
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
				throw this.exchange.failed(cutOff(ex));
			}
		}

	}

}
