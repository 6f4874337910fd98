"use strict";

// A question is one stop for the Tab key, as a choice among radio buttons is; the arrow keys move between its answers.
// Nothing is chosen by moving. Without scripts each answer is a stop of its own.
(() => {
	const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

	const answers = (question) => [...question.querySelectorAll("[data-answer]")];

	const stopAt = (answer) => answers(answer.closest("[data-question]"))
		.forEach((one) => (one.tabIndex = (one === answer) ? 0 : -1));

	// The focused answer, else the one given, else the first
	const prepare = () => document.querySelectorAll("[data-question]").forEach((question) => {
		const all = answers(question);
		const stop = all.find((one) => one === document.activeElement)
			|| all.find((one) => one.getAttribute("aria-pressed") === "true") || all[0];
		if (stop) {
			stopAt(stop);
		}
	});

	document.addEventListener("keydown", (event) => {
		const answer = event.target.closest("[data-answer]");
		if (answer && event.key in STEPS) {
			event.preventDefault();
			const all = answers(answer.closest("[data-question]"));
			all[(all.indexOf(answer) + STEPS[event.key] + all.length) % all.length].focus();
		}
	});
	document.addEventListener("focusin", (event) => event.target.matches("[data-answer]") && stopAt(event.target));
	document.addEventListener("htmx:afterSettle", prepare);
})();
