package org.twitchingreference.endtoend.nodes;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;

import org.springframework.context.ConfigurableApplicationContext;

/** A sidebar that is open, with whom it shows. */
record SharedSidebar(PlayedBrowser browser, Page shell, MarkedPatient patient, int number) {

	/** Asks, and waits for no answer. */
	@SuppressWarnings("FutureReturnValueIgnored")
	void askAt(URI node, String path) {
		CompletableFuture.runAsync(() -> this.browser.get(at(node, path)));
	}

	int statusAt(ConfigurableApplicationContext node) {
		return statusAt(SharingNodes.address(node));
	}

	int statusAt(URI node) {
		return this.browser.get(at(node, "session")).status();
	}

	boolean isWholeAt(ConfigurableApplicationContext node) {
		return isWholeAt(SharingNodes.address(node));
	}

	boolean isWholeAt(URI node) {
		return isWhole(this.browser.open(at(node, "")));
	}

	/** What it shows of the chart. */
	Page assessmentAt(URI node) {
		return this.browser.assessment(this.browser.open(at(node, "")));
	}

	/** How long it may stay unused, in seconds. */
	long leftAt(URI node) {
		return Long
			.parseLong(this.browser.get(at(node, "session")).body().replaceAll("(?s).*\"left\":\\s*(\\d+).*", "$1"));
	}

	/** Answers a question of the page, or closes it. */
	Page postAt(URI node, String path, String form) {
		return this.browser.post(at(node, path), "_csrf=" + this.shell.values("value").get(0) + form);
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
		postAt(this.shell.address(), "close", "");
	}

	private URI at(URI node, String path) {
		return node.resolve(this.shell.address().getPath() + path);
	}

}
