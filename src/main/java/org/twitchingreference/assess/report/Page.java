package org.twitchingreference.assess.report;

import java.util.List;
import java.util.Locale;

/** Plain text in sections, paragraphs and items, wrapped for a terminal. */
final class Page {

	private static final int WIDTH = 100;

	private final StringBuilder text = new StringBuilder();

	void section(String title) {
		this.text.append('\n').append(title.toUpperCase(Locale.ROOT)).append('\n');
	}

	void paragraph(String sentences) {
		wrap("", "", sentences);
	}

	/** An item and its details, each on a new line. */
	void item(String first, List<String> further) {
		wrap("- ", "  ", first);
		further.forEach((one) -> wrap("  ", "  ", one));
	}

	void item(String sentences) {
		item(sentences, List.of());
	}

	private void wrap(String begin, String indent, String sentences) {
		if (sentences.isBlank()) {
			return;
		}
		StringBuilder line = new StringBuilder(begin);
		for (String word : sentences.strip().split("\\s+")) {
			boolean begun = line.length() > indent.length();
			if (begun && line.length() + word.length() >= WIDTH) {
				this.text.append(line.toString().stripTrailing()).append('\n');
				line = new StringBuilder(indent);
			}
			line.append(word).append(' ');
		}
		this.text.append(line.toString().stripTrailing()).append('\n');
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
