package org.twitchingreference.sidebar;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Model attributes of every page of a launch. */
@ControllerAdvice(basePackageClasses = SidebarModelAttributes.class)
class SidebarModelAttributes {

	@ModelAttribute
	void answerOnlyThisLaunchAndNeverFromACache(@PathVariable String launchId, SidebarLaunch launch,
			HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		if (!launch.launchId().equals(launchId)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@ModelAttribute("styled")
	boolean hasAStyle(SidebarLaunch launch) {
		return launch.styled();
	}

	/** The token that its forms send with every change. */
	@ModelAttribute("csrfToken")
	String csrfToken(SidebarLaunch launch) {
		return launch.timeout().csrfToken();
	}

}
