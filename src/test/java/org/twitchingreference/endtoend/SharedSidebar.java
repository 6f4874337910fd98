package org.twitchingreference.endtoend;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.context.ConfigurableApplicationContext;

/** A sidebar that is open, with whom it shows. */
record SharedSidebar(PlayedBrowser browser, Page shell, MarkedPatient patient, int number) {

	/** Asks, and waits for no answer. */
	@SuppressWarnings("FutureReturnValueIgnored")
	void askAt(URI node, String path) {
		CompletableFuture.runAsync(() -> this.browser.get(at(node, path)));
	}

	int statusAt(ConfigurableApplicationContext node) {
		return this.browser.get(at(SharingNodes.address(node), "session")).status();
	}

	boolean isWholeAt(ConfigurableApplicationContext node) {
		return isWhole(this.browser.open(at(SharingNodes.address(node), "")));
	}

	/** The status of each page until it is over. */
	List<Integer> reloaded(AtomicBoolean over) {
		List<Integer> all = new ArrayList<>();
		while (!over.get()) {
			Page page = this.browser.open(this.shell.address());
			all.add((page.status() == 200 && !isWhole(page)) ? 0 : page.status());
		}
		return all;
	}

	private boolean isWhole(Page page) {
		Page assessment = this.browser.assessment(page);
		Set<String> shown = MarkedPatient.marksIn(assessment.body());
		shown.remove(MarkedPatient.user(this.number));
		return assessment.isComplete() && shown.equals(this.patient.marks());
	}

	void close() {
		this.browser.post(this.shell.address().resolve("close"), "_csrf=" + this.shell.values("value").get(0));
	}

	private URI at(URI node, String path) {
		return node.resolve(this.shell.address().getPath() + path);
	}

}
