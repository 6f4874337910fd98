package org.twitchingreference.launch.web.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An EHR's answer with parameters that cannot be decoded: what can be decoded is read. In
 * an error answer the undecodable part is usually the description, which is not used; a
 * code beside undecodable parameters is not used either.
 */
public final class PartlyDecodedAnswer extends DecodedRequest {

	private static final String UNREADABLE = PartlyDecodedAnswer.class.getName();

	/** A percent sign that does not encode anything. */
	private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	private PartlyDecodedAnswer(HttpServletRequest request) {
		super(request, pairs(Objects.requireNonNullElse(request.getQueryString(), ""), PartlyDecodedAnswer::decoded));
	}

	/** The request with its readable parameters. */
	static HttpServletRequest of(HttpServletRequest request) {
		request.setAttribute(UNREADABLE, true);
		return new PartlyDecodedAnswer(request);
	}

	/** Whether parts of the request could not be decoded. */
	public static boolean is(HttpServletRequest request) {
		return request.getAttribute(UNREADABLE) != null;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(BARE_PERCENT.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
	}

}
