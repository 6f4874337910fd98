package org.twitchingreference.launch.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.twitchingreference.launch.LaunchTestBase;

import static org.assertj.core.api.Assertions.assertThat;

/** Styles and scripts: asked for once by a browser, and small on the way. */
class StaticFilesTests extends LaunchTestBase {

	private static final Pattern STYLE = Pattern.compile("href=\"(/css/reference-[0-9a-f]{32}\\.css)\"");

	@Test
	void areKeptForGoodUnderANameThatChangesWithThem() {
		String style = style(browser().get("/standalone").body());

		HttpResponse<String> file = browser().get(style);

		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000", "public",
				"immutable");
		assertThat(browser().get("/css/reference-00000000000000000000000000000000.css").statusCode()).isEqualTo(404);
	}

	@Test
	void areNamedSoByThePageOfARequestThatIsRefusedToo() {
		assertThat(style(RawRequest.send(browser().port(), "GET //launch HTTP/1.1\r\nAccept: text/html")))
			.isEqualTo(style(browser().get("/standalone").body()));
	}

	@Test
	void areCompressedAsPagesAre() {
		for (String path : List.of("/css/reference.css", "/js/sidebar.js", LaunchSecurity.HTMX, "/standalone")) {
			String head = RawRequest.send(browser().port(), "GET " + path + " HTTP/1.1\r\nAccept-Encoding: gzip")
				.split("\r\n\r\n", 2)[0];

			assertThat(head).as(path).startsWith("HTTP/1.1 200").contains("Content-Encoding: gzip");
		}
	}

	private static String style(String page) {
		Matcher link = STYLE.matcher(page);
		assertThat(link.find()).as(page).isTrue();
		return link.group(1);
	}

}
