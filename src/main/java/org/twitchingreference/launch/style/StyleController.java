package org.twitchingreference.launch.style;

import java.util.concurrent.CompletableFuture;

import org.twitchingreference.launch.Launch;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the stylesheet that gives a sidebar the look of its EHR. */
@Controller
class StyleController {

	private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");

	private final EhrStyles styles;

	StyleController(EhrStyles styles) {
		this.styles = styles;
	}

	@GetMapping("/s/{launchId}/style.css")
	CompletableFuture<ResponseEntity<String>> style(@AuthenticationPrincipal Launch launch) {
		return this.styles.css(launch)
			.thenApply((css) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(CSS).body(css));
	}

}
