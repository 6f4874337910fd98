package org.twitchingreference.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.twitchingreference.http.address.RefusedAddressException;
import org.twitchingreference.http.body.BodyTooLargeException;

import org.springframework.core.NestedExceptionUtils;

/**
 * Why a server was not reached or broke off, in kinds that different people can fix. The
 * names are on pages, in the log and in docs/troubleshooting.md.
 */
public enum ConnectionFault {

	/** No name server knows the host. */
	NAME_NOT_FOUND,
	/** No IP address of the host is allowed by its registration; nothing was sent. */
	ADDRESS_REFUSED,
	/** No network leads to the host. */
	NO_ROUTE,
	/** The host exists, but nothing listens at the port. */
	CONNECTION_REFUSED,
	/** Nobody accepted the connection in time: a firewall, or a host that is down. */
	CONNECTION_TIMED_OUT,
	/** The connection is open, and no complete answer came in time. */
	ANSWER_TIMED_OUT,
	/** The connection broke before the answer was complete. */
	BROKEN_OFF,
	/** The certificate was not issued by an authority that is trusted here. */
	CERTIFICATE_NOT_TRUSTED,
	/** The certificate, or one of its authorities, has expired. */
	CERTIFICATE_EXPIRED,
	/** The certificate is not valid yet, or the clock here is behind. */
	CERTIFICATE_NOT_YET_VALID,
	/** The certificate is for another name. */
	CERTIFICATE_OTHER_NAME,
	/** The two sides did not agree on a TLS version, or the port does not speak TLS. */
	TLS_HANDSHAKE;

	/**
	 * The fault that corresponds to an exception of the HTTP client; empty for any other.
	 */
	public static Optional<ConnectionFault> of(Throwable failure) {
		return cause(failure, IOException.class).flatMap(ConnectionFault::ofInputOutput);
	}

	/** Whether TLS failed; waiting does not help. */
	public boolean isTls() {
		return compareTo(CERTIFICATE_NOT_TRUSTED) >= 0;
	}

	/** The name used on pages, in the log and in documents. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Optional<ConnectionFault> ofInputOutput(IOException failure) {
		if (failure instanceof BodyTooLargeException) {
			return Optional.empty();
		}
		if (failure instanceof UnknownHostException) {
			return Optional.of((failure instanceof RefusedAddressException) ? ADDRESS_REFUSED : NAME_NOT_FOUND);
		}
		if (failure instanceof InterruptedIOException) {
			return Optional.of((failure instanceof ConnectTimeoutException) ? CONNECTION_TIMED_OUT : ANSWER_TIMED_OUT);
		}
		if (failure instanceof NoRouteToHostException) {
			return Optional.of(NO_ROUTE);
		}
		if (failure instanceof ConnectException) {
			return Optional.of(CONNECTION_REFUSED);
		}
		return Optional.of(isOfTheHandshake(failure) ? ofTls(failure) : BROKEN_OFF);
	}

	/** TLS also fails later, when something was sent already. */
	private static boolean isOfTheHandshake(IOException failure) {
		return failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException;
	}

	/**
	 * The JDK reports a certificate for another name only as a plain CertificateException
	 * without a cause.
	 */
	private static ConnectionFault ofTls(IOException failure) {
		if (has(failure, CertificateExpiredException.class)) {
			return CERTIFICATE_EXPIRED;
		}
		if (has(failure, CertificateNotYetValidException.class)) {
			return CERTIFICATE_NOT_YET_VALID;
		}
		if (failure instanceof SSLPeerUnverifiedException
				|| NestedExceptionUtils.getMostSpecificCause(failure).getClass() == CertificateException.class) {
			return CERTIFICATE_OTHER_NAME;
		}
		return (has(failure, CertificateException.class) || has(failure, CertPathValidatorException.class))
				? CERTIFICATE_NOT_TRUSTED : TLS_HANDSHAKE;
	}

	private static boolean has(Throwable failure, Class<? extends Throwable> type) {
		return cause(failure, type).isPresent();
	}

	/** The exception itself or the first of its causes that is of the type. */
	private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (type.isInstance(at)) {
				return Optional.of(type.cast(at));
			}
		}
		return Optional.empty();
	}

}
