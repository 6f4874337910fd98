"use strict";

// Says in words what htmx cannot show: the end of the session, a failure, a lost connection.
// While the page completes itself, it keeps what the reader opened, holds and looks at.
(() => {
	const OVER = [401, 403, 404, 410];

	const MARKS = ["data-cause", "data-red-flag", "data-caution", "data-test", "data-option", "aria-labelledby", "id"];

	const MARKED = MARKS.map((mark) => (mark === "id") ? "details[id]" : `[${mark}]`).join();

	let kept = null;

	const selectorOf = (marked) => {
		const mark = MARKS.find((name) => marked.hasAttribute(name));
		return `#sidebar [${mark}="${CSS.escape(marked.getAttribute(mark))}"]`;
	};

	// Where an element is, told by what it belongs to, so that its successor can be found
	const placeOf = (element) => {
		const home = element.closest(MARKED);
		const within = home ? selectorOf(home) : "#sidebar";
		if (element === home) {
			return { within };
		}
		const kind = element.tagName.toLowerCase();
		const index = [...document.querySelector(within).querySelectorAll(kind)].indexOf(element);
		return { within, kind, index };
	};

	const at = (place) => {
		const home = document.querySelector(place.within);
		return (home && place.kind) ? home.querySelectorAll(place.kind)[place.index] : home;
	};

	const isSeen = (element) => {
		const box = element.getBoundingClientRect();
		return element.getClientRects().length > 0 && box.top >= 0 && box.top < window.innerHeight;
	};

	// What the reader holds, else what is read first on the screen; nothing at the top of the page
	const eyed = (held) => {
		if (window.scrollY === 0) {
			return null;
		}
		return (held && isSeen(held)) ? held
			: [...document.getElementById("sidebar").querySelectorAll(MARKED)].find(isSeen);
	};

	const keep = () => {
		const active = document.activeElement;
		const held = (active && active.closest("#sidebar")) ? active : null;
		const eye = eyed(held);
		kept = {
			open: [...document.querySelectorAll("#sidebar details[open]")].map(placeOf),
			held: held ? placeOf(held) : null,
			eye: eye ? placeOf(eye) : null,
			top: eye ? eye.getBoundingClientRect().top : 0
		};
	};

	const restore = () => {
		kept.open.map(at).forEach((details) => details && (details.open = true));
		const held = kept.held && at(kept.held);
		if (held) {
			held.focus({ preventScroll: true });
		}
		const eye = kept.eye && at(kept.eye);
		if (eye) {
			window.scrollBy({ top: eye.getBoundingClientRect().top - kept.top, behavior: "instant" });
		}
		kept = null;
	};

	const announce = () => {
		const headline = document.querySelector("#sidebar h1");
		const words = headline ? headline.textContent : "";
		const announcement = document.getElementById("announcement");
		if (announcement.textContent !== words) {
			announcement.textContent = words;
		}
	};

	const show = (kind) => {
		const problem = document.querySelector(`template[data-problem="${kind}"]`);
		document.getElementById("sidebar").replaceWith(problem.content.cloneNode(true));
		announce();
	};

	document.addEventListener("htmx:beforeSwap", keep);
	document.addEventListener("htmx:afterSwap", () => kept && restore());
	document.addEventListener("htmx:afterSettle", announce);
	// Who is to come again later is told when
	const failure = (answer) => answer.getResponseHeader("Retry-After") ? "busy" : "failed";
	document.addEventListener("htmx:responseError", (event) =>
		show(OVER.includes(event.detail.xhr.status) ? "ended" : failure(event.detail.xhr)));
	// A frame sandboxed without allow-same-origin belongs to no server, and may ask none
	document.addEventListener("htmx:sendError", () => show((window.origin === "null") ? "frame" : "offline"));
	document.addEventListener("htmx:timeout", () => show("offline"));

	if (!window.htmx) {
		show("failed");
	}
})();
