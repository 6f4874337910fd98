package org.twitchingreference.assess.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The non-blank lines of a stream, none of which is held beyond the limit. */
final class Lines {

	/** The largest Bundle: more than 60,000 resources. */
	static final int MOST_BYTES = 64 << 20;

	private final InputStream stream;

	private final int most;

	private final byte[] buffer = new byte[1 << 16];

	private int at;

	private int filled;

	private int number;

	Lines(InputStream stream) {
		this(stream, MOST_BYTES);
	}

	Lines(InputStream stream, int most) {
		this.stream = stream;
		this.most = most;
	}

	Optional<Line> next() throws IOException {
		while (fill()) {
			this.number++;
			ByteArrayOutputStream text = new ByteArrayOutputStream();
			boolean tooLong = !readLine(text);
			Line line = new Line(this.number, text.toByteArray(), tooLong);
			if (!line.isBlank()) {
				return Optional.of(line);
			}
		}
		return Optional.empty();
	}

	/** Appends the rest, and throws if that is too much. */
	void rest(ByteArrayOutputStream to) throws IOException {
		while (fill()) {
			if (to.size() + this.filled - this.at > this.most) {
				throw Line.tooLarge();
			}
			to.write(this.buffer, this.at, this.filled - this.at);
			this.at = this.filled;
		}
	}

	/** Whether all of the line was kept; it is read to its end in any case. */
	private boolean readLine(ByteArrayOutputStream text) throws IOException {
		boolean kept = true;
		while (fill()) {
			int end = this.at;
			while (end < this.filled && this.buffer[end] != '\n') {
				end++;
			}
			kept &= text.size() + end - this.at <= this.most;
			if (kept) {
				text.write(this.buffer, this.at, end - this.at);
			}
			boolean ended = end < this.filled;
			this.at = ended ? end + 1 : end;
			if (ended) {
				break;
			}
		}
		return kept;
	}

	private boolean fill() throws IOException {
		if (this.at == this.filled) {
			this.at = 0;
			this.filled = Math.max(this.stream.read(this.buffer), 0);
		}
		return this.filled > 0;
	}

}
