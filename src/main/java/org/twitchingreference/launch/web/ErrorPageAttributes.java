package org.twitchingreference.launch.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/**
 * What an error page shows: the status, and the reference that finds its line in the log.
 */
@Component
class ErrorPageAttributes extends DefaultErrorAttributes {

	private final ErrorReferences references;

	ErrorPageAttributes(ErrorReferences references) {
		this.references = references;
	}

	@Override
	public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, Object> attributes = super.getErrorAttributes(request, options);
		HttpServletRequest failed = ((ServletWebRequest) request).getRequest();
		if (attributes.get("status") instanceof Integer status) {
			this.references.next(status, failed).ifPresent((reference) -> attributes.put("reference", reference));
		}
		return attributes;
	}

}
