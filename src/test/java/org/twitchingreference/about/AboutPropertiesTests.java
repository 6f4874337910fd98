package org.twitchingreference.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.startup.StartupException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AboutPropertiesTests {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1 };

	@TempDir
	private Path folder = Path.of("");

	@ParameterizedTest
	@ValueSource(strings = { "http://hospital.example.org/privacy", "javascript:alert(1)", "hospital.example.org",
			"https:///privacy", "https://a b" })
	void linksToHttpsOnly(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AboutProperties("", "", address, "", ""))
			.withMessageContaining("twitching.about.privacy");
		assertThatIllegalArgumentException().isThrownBy(() -> new AboutProperties("", "", "", address, ""))
			.withMessageContaining("twitching.about.terms");
	}

	@Test
	void boundsWhatStandsOnALine() {
		assertThatIllegalArgumentException().isThrownBy(() -> new AboutProperties("x".repeat(201), "", "", "", ""))
			.withMessageContaining("twitching.about.operator");
		assertThatIllegalArgumentException().isThrownBy(() -> new AboutProperties("", "x".repeat(201), "", "", ""))
			.withMessageContaining("twitching.about.contact");
	}

	@Test
	void showsTheLogoOfTheOperatorInPlaceOfItsOwn() throws IOException {
		Path file = Files.write(this.folder.resolve("logo.png"), PNG);

		assertThat(Logo.read(file.toString()).png()).isEqualTo(PNG);
		assertThat(Logo.read("").png()).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(1000);
	}

	@Test
	void refusesALogoThatIsNone() throws IOException {
		Path svg = Files.writeString(this.folder.resolve("logo.svg"), "<svg/>");
		Path huge = Files.write(this.folder.resolve("huge.png"), new byte[256 * 1024 + 1]);

		for (Path file : new Path[] { svg, huge, this.folder, this.folder.resolve("none.png") }) {
			assertThatExceptionOfType(StartupException.class).isThrownBy(() -> Logo.read(file.toString()))
				.withMessageContainingAll("twitching.about.logo", file.toString());
		}
	}

}
