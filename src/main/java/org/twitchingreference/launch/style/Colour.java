package org.twitchingreference.launch.style;

import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of sRGB, as "#303030". */
record Colour(int red, int green, int blue) {

	private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

	/** The colour, or empty when the text is anything else. */
	static Optional<Colour> parse(String text) {
		if (!HEX.matcher(text).matches()) {
			return Optional.empty();
		}
		int value = Integer.parseInt(text.substring(1), 16);
		return Optional.of(new Colour(value >> 16, (value >> 8) & 0xFF, value & 0xFF));
	}

	/** From 1 to 21 (WCAG 2.2, "contrast ratio"). */
	double contrastWith(Colour other) {
		double lighter = Math.max(luminance(), other.luminance());
		double darker = Math.min(luminance(), other.luminance());
		return (lighter + 0.05) / (darker + 0.05);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int channel) {
		double share = channel / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	@Override
	public String toString() {
		return String.format("#%02x%02x%02x", this.red, this.green, this.blue);
	}

}
