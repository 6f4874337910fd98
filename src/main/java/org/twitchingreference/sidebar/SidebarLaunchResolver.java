package org.twitchingreference.sidebar;

import java.security.Principal;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Passes the launch that authenticated the request to handlers, and nothing else. */
final class SidebarLaunchResolver implements HandlerMethodArgumentResolver {

	private final Function<Object, SidebarLaunch> fromPrincipal;

	SidebarLaunchResolver(Function<Object, SidebarLaunch> fromPrincipal) {
		this.fromPrincipal = fromPrincipal;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == SidebarLaunch.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Principal user = request.getUserPrincipal();
		if (user instanceof Authentication authentication && authentication.getPrincipal() != null) {
			return this.fromPrincipal.apply(authentication.getPrincipal());
		}
		throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
	}

}
