package org.twitchingreference.sidebar;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a request that recorded something: with the updated content if the page's
 * script asked, otherwise with a redirect to the complete page. A chart that is kept is
 * not read again.
 */
final class ChangedPage {

	/** The header by which the page's script says that it inserts the response. */
	static final String IN_PLACE = "HX-Request";

	private final ReadingRegistry readings;

	private final SidebarPages pages;

	ChangedPage(ReadingRegistry readings, SidebarPages pages) {
		this.readings = readings;
		this.pages = pages;
	}

	/** Without the script, the browser is sent to this section of the complete page. */
	CompletableFuture<ModelAndView> show(SidebarLaunch launch, boolean inPlace, String section,
			HttpServletResponse response) {
		if (inPlace) {
			return this.readings.now(launch).thenApply((state) -> this.pages.fragment(launch, state, response));
		}
		this.readings.showKept(launch);
		return redirect(section, response);
	}

	/** Sends the browser to the complete page, at this section. */
	static CompletableFuture<ModelAndView> redirect(String section, HttpServletResponse response) {
		response.setHeader(HttpHeaders.LOCATION, "complete#" + section);
		return CompletableFuture.completedFuture(new ModelAndView("sidebar/unchanged", Map.of(), HttpStatus.SEE_OTHER));
	}

}
