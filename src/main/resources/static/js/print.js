"use strict";

// The button that prints the page stands there only where scripts run.
(() => {
	const button = document.querySelector("[data-action=print-page]");
	button.hidden = false;
	button.addEventListener("click", () => window.print());
})();
