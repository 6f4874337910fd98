package org.twitchingreference.endtoend.nodes;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One launch of one browser as it should go: what its pages may show, and until when.
 * Every answer is held to that.
 */
final class MarkedSidebar {

	/** As the application has it when nobody sets it. */
	private static final int IDLE = 30;

	private static final int LIMIT = 12 * 60;

	private final MarkedSystem system;

	private final PlayedBrowser browser;

	private final MarkedEhr ehr;

	private final MarkedPatient patient;

	private final int number;

	private final URI address;

	private final long opened;

	private long used;

	private boolean ended;

	/** Whether time passed while the chart may have been read. */
	private boolean disturbed;

	private String csrf = "";

	MarkedSidebar(MarkedSystem system, PlayedBrowser browser, MarkedEhr ehr, MarkedPatient patient, int number,
			URI address) {
		this.system = system;
		this.browser = browser;
		this.ehr = ehr;
		this.patient = patient;
		this.number = number;
		this.address = address;
		this.opened = system.minutes();
		this.used = this.opened;
	}

	PlayedBrowser browser() {
		return this.browser;
	}

	String csrf() {
		return this.csrf;
	}

	boolean isOpen() {
		long now = this.system.minutes();
		this.ended |= now - this.used >= IDLE || now - this.opened >= LIMIT;
		return !this.ended;
	}

	void disturb() {
		this.disturbed = true;
	}

	/** The shell and all that fills it in. */
	int reload() {
		shell();
		return assessment();
	}

	void shell() {
		Page shell = get("");
		if (shell.status() == 200) {
			this.csrf = shell.values("value").get(0);
			assertThat(MarkedPatient.marksIn(shell.body())).containsExactly(MarkedPatient.user(this.number));
		}
	}

	/** All parts until the chart is whole; how many of them showed something of it. */
	int assessment() {
		int shown = 0;
		Page page = get("assessment");
		for (int more = 0; more < 50; more++) {
			shown += shows(page) ? 1 : 0;
			if (page.status() != 204 && page.next().isEmpty()) {
				break;
			}
			page = get(page.next().orElse("assessment"));
		}
		whole(page);
		return shown;
	}

	/** The whole as one page. */
	int complete() {
		Page page = get("complete");
		whole(page);
		return shows(page) ? 1 : 0;
	}

	/** Any other address below the launch's. */
	void part(String path) {
		get(path);
	}

	void goOn() {
		answered(this.browser.post(this.address.resolve("session"), "_csrf=" + this.csrf), isOpen());
		use();
	}

	/** Looking at how long is left makes nothing live longer. */
	void look() {
		boolean open = isOpen();
		answered(this.browser.get(this.address.resolve("session")), open);
	}

	void close() {
		boolean open = isOpen();
		answered(this.browser.post(this.address.resolve("close"), "_csrf=" + this.csrf), open);
		if (open && !this.csrf.isEmpty()) {
			this.ended = true;
			assertThat(this.ehr.isOpen(this.number)).isFalse();
		}
	}

	/** Another launch's page asks this one to close. */
	void forge(MarkedSidebar other) {
		Page page = this.browser.post(this.address.resolve("close"), "_csrf=" + other.csrf);
		assertThat(page.status()).isEqualTo(isOpen() ? 403 : 401);
		assertThat(MarkedPatient.marksIn(page.body())).isEmpty();
		use();
	}

	/**
	 * The address in another browser, with that browser's cookies or another launch's.
	 */
	void copied(MarkedSidebar other, String path) {
		URI copied = this.address.resolve(path);
		if (other.browser != this.browser) {
			refused(other.browser.get(copied));
		}
		refused(other.browser.getWithCookiesFor(other.address, copied));
	}

	/** The EHR ends the access, which the app can have renewed. */
	void expire() {
		this.ehr.expire(this.number);
	}

	/**
	 * The EHR makes a mistake with the next renewal, and the launch is over with it; how
	 * often the page said so in place of a chart.
	 */
	int switchPatient() {
		if (!isOpen() || this.disturbed) {
			return 0;
		}
		this.ehr.expireForAnother(this.number,
				this.ehr.patients().stream().filter((other) -> !other.equals(this.patient)).findFirst().orElseThrow());
		assertThat(this.browser.get(this.address).status()).isEqualTo(200);
		Page page = withoutMarks("assessment");
		int shown = shows(page) ? 1 : 0;
		while (page.status() != 401 && (page.status() == 204 || page.next().isPresent())) {
			page = withoutMarks(page.next().orElse("assessment"));
			shown += shows(page) ? 1 : 0;
		}
		this.ended = true;
		refused(this.browser.get(this.address));
		return shown;
	}

	private Page withoutMarks(String path) {
		Page page = this.browser.get(this.address.resolve(path));
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(MarkedPatient.marksIn(page.body())).isEmpty();
		return page;
	}

	private Page get(String path) {
		boolean open = isOpen();
		Page page = this.browser.get(this.address.resolve(path));
		use();
		return answered(page, open);
	}

	private void use() {
		if (isOpen()) {
			this.used = this.system.minutes();
		}
	}

	private Page answered(Page page, boolean open) {
		assertThat(page.header("Cache-Control")).contains("no-store");
		if (!open) {
			return refused(page);
		}
		assertThat(page.status()).isNotEqualTo(401);
		Set<String> own = new HashSet<>(this.patient.marks());
		own.add(MarkedPatient.user(this.number));
		assertThat(own).containsAll(MarkedPatient.marksIn(page.body()));
		return page;
	}

	private static Page refused(Page page) {
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(MarkedPatient.marksIn(page.body())).isEmpty();
		return page;
	}

	private void whole(Page page) {
		if (page.status() != 401 && !this.disturbed) {
			assertThat(page.status()).isEqualTo(200);
			assertThat(MarkedPatient.marksIn(page.body())).containsAll(this.patient.marks());
		}
		this.disturbed = false;
	}

	private static boolean shows(Page page) {
		return page.status() == 200 && page.body().contains("data-assessment=\"");
	}

}
