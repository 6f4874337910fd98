package org.twitchingreference.sandbox.fhir;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.sandbox.authorization.SmartClaims;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.quirks.FhirRequest;
import org.twitchingreference.sandbox.quirks.Quirk;
import org.twitchingreference.sandbox.quirks.Reply;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts the quirks of a simulated EHR before the FHIR server of its base. */
class QuirkFilter extends OncePerRequestFilter {

	private final FhirBase base;

	QuirkFilter(FhirBase base) {
		this.base = base;
	}

	/** Discovery and the CapabilityStatement are answered as they are. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.contains("/.well-known/") || path.endsWith("/metadata");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			Reply reply = Quirk.answer(this.base.ehr().quirks(), fhirRequest(request),
					(asked) -> unquirked(asked, request, response, chain));
			write(reply, response);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private FhirRequest fhirRequest(HttpServletRequest request) {
		String path = request.getRequestURI().substring(this.base.path().length());
		FhirRequest asked = FhirRequest.of(this.base.uri().toString(), path, request.getParameterMap());
		String accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
		if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
			String launch = Objects.requireNonNullElse(token.getToken().getClaimAsString(SmartClaims.LAUNCH), "");
			return asked.by(launch, token.getToken().getTokenValue(), accept);
		}
		return asked.by("", "", accept);
	}

	private static Reply unquirked(FhirRequest asked, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		try {
			chain.doFilter(new QuirkedRequest(request, asked), answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return Reply.of(answer.getStatus(), Objects.requireNonNullElse(answer.getContentType(), ""),
				new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static void write(Reply reply, HttpServletResponse response) throws IOException {
		Reply.Pace pace = reply.pace();
		pause(pace.firstMillis());
		response.resetBuffer();
		response.setStatus(reply.status());
		reply.headers().forEach(response::setHeader);
		byte[] bytes = reply.bytes();
		OutputStream out = response.getOutputStream();
		for (List<Integer> piece : pieces(bytes.length, pace.pieces())) {
			out.write(Arrays.copyOfRange(bytes, piece.get(0), piece.get(1)));
			out.flush();
			pause(pace.pieceMillis());
		}
	}

	private static List<List<Integer>> pieces(int length, int count) {
		return IntStream.range(0, count)
			.mapToObj((piece) -> List.of(length * piece / count, length * (piece + 1) / count))
			.toList();
	}

	/** Sleeps, because a slow EHR is simulated. */
	private static void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

}
