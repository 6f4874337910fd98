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
 * Pages about this program, its sources and its terms. They do not depend on who asks, so
 * browsers and proxies may cache them, but only for a while, because they name their
 * stylesheet by a hash of its content.
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

	/** The image for an EHR's list of apps. */
	@GetMapping("/logo.png")
	ResponseEntity<byte[]> logo() {
		return ResponseEntity.ok().cacheControl(FOR_A_WHILE).contentType(MediaType.IMAGE_PNG).body(this.logo.png());
	}

	private ModelAndView page(String template, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE.getHeaderValue());
		return new ModelAndView(template).addObject("page", this.page).addObject("operator", this.operator);
	}

}
