package org.twitchingreference.launch.web.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A request whose form was already read: its parameters follow those of the address. */
final class FormRequest extends DecodedRequest {

	/** Throws IllegalArgumentException if the form cannot be decoded. */
	FormRequest(HttpServletRequest request, byte[] form) {
		super(request, parameters(request, new String(form, StandardCharsets.UTF_8)));
	}

	private static MultiValueMap<String, String> parameters(HttpServletRequest request, String form) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		request.getParameterMap().forEach((name, values) -> all.addAll(name, List.of(values)));
		all.addAll(pairs(form, (text) -> URLDecoder.decode(text, StandardCharsets.UTF_8)));
		return all;
	}

}
