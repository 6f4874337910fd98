package org.twitchingreference.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.startup.StartupException;

import org.springframework.core.io.ClassPathResource;

/** The image that EHRs show beside the app: a PNG, read once at the start. */
final class Logo {

	private static final int LARGEST = 256 * 1024;

	/** What every PNG begins with (PNG specification, section 5.2). */
	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private final byte[] png;

	private Logo(byte[] png) {
		this.png = png;
	}

	/** The image, as it is sent. */
	byte[] png() {
		return this.png.clone();
	}

	/** The image in the file or, if no file is named, the app's own. */
	static Logo read(String file) {
		try {
			return file.isEmpty() ? new Logo(new ClassPathResource("about/logo.png").getContentAsByteArray())
					: read(Path.of(file));
		}
		catch (IOException | InvalidPathException ex) {
			throw new UnusableLogoException(file + " cannot be read", ex);
		}
	}

	private static Logo read(Path file) throws IOException {
		if (Files.size(file) > LARGEST) {
			throw new UnusableLogoException(file + " has more than 256 KB", null);
		}
		byte[] image = Files.readAllBytes(file);
		if (!Arrays.equals(image, 0, Math.min(image.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
			throw new UnusableLogoException(file + " is no PNG image", null);
		}
		return new Logo(image);
	}

	private static final class UnusableLogoException extends StartupException {

		private static final long serialVersionUID = 1L;

		private UnusableLogoException(String what, @Nullable Throwable cause) {
			super("twitching.about.logo: " + what, cause);
		}

	}

}
