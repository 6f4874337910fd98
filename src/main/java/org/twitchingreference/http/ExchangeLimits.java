package org.twitchingreference.http;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;

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
				response.setEntity(new LimitedBody(entity, exchange));
			}
			return response;
		}
		catch (IOException ex) {
			throw exchange.failed(ex);
		}
		catch (IllegalStateException ex) {
			throw exchange.failed(ex);
		}
		catch (HttpException | RuntimeException ex) {
			exchange.end();
			throw ex;
		}
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

}
