package org.twitchingreference.about;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What this is, where it comes from and on which terms. Nothing of it depends on who
 * asks, so browsers and proxies may keep it for a while: no longer, since a page names
 * its style by what was in it.
 */
@Controller
class AboutController {

	private static final CacheControl FOR_A_WHILE = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final AboutPage page;

	private final SourceAttributesJson sourceAttributes;

	private final AboutProperties operator;

	private final Logo logo;

	AboutController(AboutPage page, SourceAttributesJson sourceAttributes, AboutProperties operator, Logo logo) {
		this.page = page;
		this.sourceAttributes = sourceAttributes;
		this.operator = operator;
		this.logo = logo;
	}

	/** The front page. */
	@GetMapping("/")
	ModelAndView home(HttpServletResponse response) {
		return page("about/home", response);
	}

	/** Intended use, source attributes, limits, terms and changes. */
	@GetMapping("/about")
	ModelAndView about(HttpServletResponse response) {
		return page("about/about", response);
	}

	/** The same for programs. */
	@GetMapping("/about/source-attributes.json")
	ResponseEntity<SourceAttributesJson> sourceAttributes() {
		return ResponseEntity.ok().cacheControl(FOR_A_WHILE).body(this.sourceAttributes);
	}

	/** The image for EHRs' lists of apps. */
	@GetMapping("/logo.png")
	ResponseEntity<byte[]> logo() {
		return ResponseEntity.ok().cacheControl(FOR_A_WHILE).contentType(MediaType.IMAGE_PNG).body(this.logo.png());
	}

	private ModelAndView page(String template, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE.getHeaderValue());
		return new ModelAndView(template).addObject("page", this.page).addObject("operator", this.operator);
	}

}
