package org.twitchingreference.assess.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Says what a document is that is not UTF-8 text, judging by its first bytes. */
final class Encoding {

	/** How many bytes identify a format. */
	private static final int BEGINNING = 4;

	private Encoding() {
	}

	static void requireText(byte[] document) {
		String begin = HexFormat.of().formatHex(document, 0, Math.min(document.length, BEGINNING));
		if (begin.matches("0000feff|fffe0000|000000[0-9a-f]{2}|[0-9a-f]{2}000000")) {
			throw new UnusableInputException("It is written in UTF-32; save it as UTF-8.");
		}
		if (begin.matches("(feff|fffe).*|00[0-9a-f]{2}00[0-9a-f]{2}|[0-9a-f]{2}00[0-9a-f]{2}00")) {
			throw new UnusableInputException("It is written in UTF-16; save it as UTF-8.");
		}
		String start = new String(document, 0, Math.min(document.length, 100), StandardCharsets.US_ASCII);
		if (begin.matches("504b(0304|0506|0708)")) {
			throw new UnusableInputException("It is a ZIP archive; unpack it and name the files in it.");
		}
		if (begin.startsWith("1f8b")) {
			throw new UnusableInputException("It is gzipped twice; unpack it once.");
		}
		if (start.startsWith("%PDF")) {
			throw new UnusableInputException("It is a PDF; export the chart as a FHIR Bundle in JSON.");
		}
		if (start.strip().startsWith("<")) {
			throw new UnusableInputException("It is XML or HTML; convert it to a FHIR Bundle in JSON.");
		}
	}

	/** Letters in other encodings are not UTF-8. */
	static void requireUtf8(byte[] document) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
		}
		catch (CharacterCodingException ex) {
			throw new UnusableInputException("It is not written in UTF-8 (maybe in Latin-1); save it as UTF-8.");
		}
	}

}
