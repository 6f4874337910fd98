package org.twitchingreference.assess.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Divides a stream into Bundles: either all of it is one, or each line is (NDJSON). Its
 * lines decide which, not the name of the file. Of NDJSON, only one line is held at a
 * time.
 */
final class Inputs {

	private final String name;

	private final InputStream stream;

	Inputs(String name, InputStream stream) {
		this.name = name;
		this.stream = stream;
	}

	void forEach(Consumer<Input> use) throws IOException {
		Lines lines = new Lines(this.stream);
		Line first = lines.next()
			.orElseThrow(() -> new UnusableInputException("It is empty; a FHIR Bundle was expected."));
		if (first.isWhole()) {
			each(first, lines, use);
		}
		else {
			whole(first, lines, use);
		}
	}

	private void each(Line first, Lines lines, Consumer<Input> use) throws IOException {
		Optional<Line> next = lines.next();
		if (next.isEmpty()) {
			use.accept(new Input(this.name, false, first));
			return;
		}
		use.accept(line(first));
		while (next.isPresent()) {
			use.accept(line(next.get()));
			next = lines.next();
		}
	}

	private Input line(Line line) {
		return new Input(this.name + ":" + line.number(), true, line);
	}

	/** One document on many lines; otherwise lines of which the first is broken. */
	private void whole(Line first, Lines lines, Consumer<Input> use) throws IOException {
		Line whole = new Line(1, joined(first, lines), false);
		boolean lineByLine = !whole.isWhole() && anyResource(new Lines(new ByteArrayInputStream(whole.bytes())));
		if (lineByLine) {
			Lines again = new Lines(new ByteArrayInputStream(whole.bytes()));
			each(again.next().orElseThrow(), again, use);
		}
		else {
			use.accept(new Input(this.name, false, whole));
		}
	}

	private static byte[] joined(Line first, Lines lines) throws IOException {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		// Blank lines before it count
		joined.writeBytes("\n".repeat(first.number() - 1).getBytes(StandardCharsets.US_ASCII));
		joined.writeBytes(first.bytes());
		joined.write('\n');
		lines.rest(joined);
		return joined.toByteArray();
	}

	private static boolean anyResource(Lines lines) throws IOException {
		for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
			if (line.get().isResource()) {
				return true;
			}
		}
		return false;
	}

}
