"use strict";

// Shows the button that prints the page, which needs scripts.
(() => {
	const button = document.querySelector("[data-action=print-page]");
	button.hidden = false;
	button.addEventListener("click", () => window.print());
})();
