package org.twitchingreference.launch.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.stereotype.Component;

/**
 * The headers of every response, including those that no filter of this application sees.
 * No X-Frame-Options: it cannot list origins that may frame a page.
 */
@Component
class PageHeaders implements HeaderWriter {

	private final List<HeaderWriter> writers;

	PageHeaders(ContentSecurityPolicy policy, LaunchProperties properties) {
		this.writers = List.of(policy, new CacheControlHeadersWriter(), new XContentTypeOptionsHeaderWriter(),
				new XXssProtectionHeaderWriter(), new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
				resourcePolicy(), embedderPolicy(), transportSecurity(properties.isEncrypted()));
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		this.writers.forEach((writer) -> writer.writeHeaders(request, response));
	}

	private static HeaderWriter resourcePolicy() {
		CrossOriginResourcePolicyHeaderWriter writer = new CrossOriginResourcePolicyHeaderWriter();
		writer.setPolicy(CrossOriginResourcePolicy.CROSS_ORIGIN);
		return writer;
	}

	private static HeaderWriter embedderPolicy() {
		CrossOriginEmbedderPolicyHeaderWriter writer = new CrossOriginEmbedderPolicyHeaderWriter();
		writer.setPolicy(CrossOriginEmbedderPolicy.REQUIRE_CORP);
		return writer;
	}

	private static HeaderWriter transportSecurity(boolean encrypted) {
		HstsHeaderWriter writer = new HstsHeaderWriter();
		writer.setRequestMatcher((request) -> encrypted);
		return writer;
	}

}
