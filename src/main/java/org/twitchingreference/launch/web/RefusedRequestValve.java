package org.twitchingreference.launch.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.twitchingreference.smart.LaunchProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The page for requests that Tomcat refuses before any filter sees them, or whose error
 * page fails too: a request line, path or header that no browser sends. Tomcat's own page
 * would lack our words and headers.
 */
class RefusedRequestValve extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(RefusedRequestValve.class);

	private static final String CSS = "/css/reference.css";

	private final PageHeaders headers;

	private final LaunchProperties properties;

	private final ObjectProvider<ITemplateEngine> templates;

	private final ObjectProvider<ResourceUrlProvider> files;

	private final ErrorReferences references;

	RefusedRequestValve(PageHeaders headers, LaunchProperties properties, ObjectProvider<ITemplateEngine> templates,
			ObjectProvider<ResourceUrlProvider> files, ErrorReferences references) {
		this.headers = headers;
		this.properties = properties;
		this.templates = templates;
		this.files = files;
		this.references = references;
	}

	@Override
	protected void report(Request request, Response response, Throwable throwable) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		this.headers.writeHeaders(request.getRequest(), response.getResponse());
		try {
			response.setContentType(MediaType.TEXT_HTML_VALUE);
			response.setCharacterEncoding("UTF-8");
			Writer writer = response.getReporter();
			if (writer != null) {
				writer.write(page(this.references.next(response.getStatus(), request.getRequest())));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			logger.debug("Nobody waits for the page of a refused request");
		}
	}

	private String page(Optional<String> reference) {
		String css = Objects.requireNonNullElse(this.files.getObject().getForLookupPath(CSS), CSS);
		Context content = new Context(Locale.ENGLISH, Map.of("css", this.properties.path(css)));
		reference.ifPresent((found) -> content.setVariable("reference", found));
		return this.templates.getObject().process("launch/refused", content);
	}

}
