package org.twitchingreference.endtoend.nodes;

import java.net.URI;
import java.util.Optional;

import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** A launch on its way from the EHR to its sidebar, one redirect at a time. */
final class MarkedLaunch {

	/** How long the application waits for the EHR's answer. */
	private static final int PATIENCE = 10;

	private final MarkedSystem system;

	private final PlayedBrowser browser;

	private final MarkedEhr ehr;

	private final MarkedPatient patient;

	private final int number;

	private URI next;

	private long asked;

	private Stage stage = Stage.LAUNCH;

	private int refused;

	MarkedLaunch(MarkedSystem system, PlayedBrowser browser, MarkedEhr ehr, MarkedPatient patient, int number) {
		this.system = system;
		this.browser = browser;
		this.ehr = ehr;
		this.patient = patient;
		this.number = number;
		this.next = ehr.launch(system.app(), number, patient);
	}

	boolean isUnderWay() {
		return this.stage != Stage.DONE;
	}

	/** How often the application refused a step, as it should. */
	int refused() {
		return this.refused;
	}

	/** One step further; the sidebar when the last one was taken. */
	Optional<MarkedSidebar> step() {
		Page page = this.browser.get(this.next);
		assertThat(MarkedPatient.marksIn(page.body())).isEmpty();
		if (this.stage == Stage.CALLBACK && this.system.minutes() - this.asked >= PATIENCE) {
			assertThat(page.status()).isEqualTo(400);
			this.refused++;
			this.stage = Stage.DONE;
			return Optional.empty();
		}
		assertThat(page.status()).isEqualTo(302);
		URI before = this.next;
		this.next = before.resolve(page.header("Location"));
		return switch (this.stage) {
			case LAUNCH -> {
				this.asked = this.system.minutes();
				this.stage = Stage.AUTHORIZE;
				yield Optional.empty();
			}
			case AUTHORIZE -> {
				this.stage = Stage.CALLBACK;
				yield Optional.empty();
			}
			case CALLBACK, DONE -> {
				this.stage = Stage.DONE;
				assertThat(this.browser.get(before).status()).isEqualTo(400);
				this.refused++;
				yield Optional
					.of(new MarkedSidebar(this.system, this.browser, this.ehr, this.patient, this.number, this.next));
			}
		};
	}

	/** Somebody else's browser brings the answer, where there is one to bring. */
	boolean inject(PlayedBrowser other) {
		boolean possible = this.stage == Stage.CALLBACK && other != this.browser;
		if (possible) {
			assertThat(other.get(this.next).status()).isEqualTo(400);
			this.refused++;
		}
		return possible;
	}

	private enum Stage {

		LAUNCH, AUTHORIZE, CALLBACK, DONE

	}

}
