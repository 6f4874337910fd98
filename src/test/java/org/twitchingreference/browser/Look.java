package org.twitchingreference.browser;

/**
 * How a browser looks at a page: size in CSS pixels, colour scheme, with scripts or
 * without.
 */
public record Look(int width, int height, boolean dark, boolean javaScript) {

	/** A light sidebar of the usual width. */
	public static Look sidebar() {
		return new Look(360, 800, false, true);
	}

	public Look wide(int pixels) {
		return new Look(pixels, this.height, this.dark, this.javaScript);
	}

	public Look inDark() {
		return new Look(this.width, this.height, true, this.javaScript);
	}

	public Look withoutJavaScript() {
		return new Look(this.width, this.height, this.dark, false);
	}

}
