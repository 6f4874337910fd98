"use strict";

// Says in words what htmx cannot show: the end of the session, a failure, a lost connection.
(() => {
	const OVER = [401, 403, 404, 410];

	const announce = () => {
		const headline = document.querySelector("#sidebar h1");
		document.getElementById("announcement").textContent = headline ? headline.textContent : "";
	};

	const show = (kind) => {
		const problem = document.querySelector(`template[data-problem="${kind}"]`);
		document.getElementById("sidebar").replaceWith(problem.content.cloneNode(true));
		announce();
	};

	document.addEventListener("htmx:afterSettle", announce);
	document.addEventListener("htmx:responseError", (event) =>
		show(OVER.includes(event.detail.xhr.status) ? "ended" : "failed"));
	document.addEventListener("htmx:sendError", () => show("offline"));
	document.addEventListener("htmx:timeout", () => show("offline"));

	if (!window.htmx) {
		show("failed");
	}
})();
