"use strict";

// Shows messages that htmx cannot: the session has ended, a request failed, the connection was lost.
// When the server sends a new version of the page, keeps open folds, the focus and the scroll position.
(() => {
	const OVER = [401, 403, 404, 410];

	const MARKS = ["data-cause", "data-red-flag", "data-caution", "data-test", "data-option", "data-question", "data-group",
		"aria-labelledby", "id"];

	const MARKED = MARKS.map((mark) => (mark === "id") ? "details[id]" : `[${mark}]`).join();

	let kept = null;

	let recorded = false;

	let taps = Promise.resolve();

	let returning = history.state && history.state.place;

	history.scrollRestoration = "manual";

	const selectorOf = (marked) => {
		const mark = MARKS.find((name) => marked.hasAttribute(name));
		return `#sidebar [${mark}="${CSS.escape(marked.getAttribute(mark))}"]`;
	};

	// Describes an element by the marked part around it, so that it can be found again in the new page
	const placeOf = (element) => {
		const home = element.closest(MARKED);
		const within = home ? selectorOf(home) : "#sidebar";
		if (element === home) {
			return { within };
		}
		const kind = element.tagName.toLowerCase();
		const index = [...document.querySelector(within).querySelectorAll(kind)].indexOf(element);
		const around = element.closest("[data-group]");
		return { within, kind, index, around: around && selectorOf(around) };
	};

	const at = (place) => {
		const home = document.querySelector(place.within);
		const found = (home && place.kind) ? home.querySelectorAll(place.kind)[place.index] : home;
		// A group whose questions are all answered is shown as a sentence with one button
		return found || (place.around && document.querySelector(`${place.around} button`));
	};

	// A button may be gone after it was pressed: the focus then goes to the first control of the same part
	const firstIn = (place) => {
		const home = document.querySelector(place.within);
		return (home && place.within !== "#sidebar") ? home.querySelector("button, summary, a") : null;
	};

	const isSeen = (element) => {
		const box = element.getBoundingClientRect();
		return element.getClientRects().length > 0 && box.top >= 0 && box.top < window.innerHeight;
	};

	// The focused element if it is on the screen, else the first marked one; none when nothing was scrolled
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
			shut: [...document.querySelectorAll("#sidebar details[data-opened]:not([open])")].map(placeOf),
			chosen: [...document.querySelectorAll("#sidebar [type=checkbox]")]
				.filter((box) => box.checked !== box.defaultChecked).map(placeOf),
			held: held ? placeOf(held) : null,
			eye: eye ? placeOf(eye) : null,
			top: eye ? eye.getBoundingClientRect().top : 0
		};
	};

	// What holds the focus is seen, also in a group that was a sentence before
	const unfold = (held) => {
		const fold = held.closest("details");
		if (fold && !held.matches("summary")) {
			fold.open = true;
		}
	};

	const restore = () => {
		kept.open.map(at).forEach((details) => details && (details.open = true));
		kept.shut.map(at).forEach((details) => details && (details.open = false));
		kept.chosen.map(at).forEach((box) => box && box.click());
		const held = kept.held && (at(kept.held) || firstIn(kept.held));
		if (held) {
			unfold(held);
			held.focus({ preventScroll: true });
		}
		lookAt(kept);
	};

	const lookAt = (place) => {
		const eye = place.eye && at(place.eye);
		if (eye) {
			window.scrollBy({ top: eye.getBoundingClientRect().top - place.top, behavior: "instant" });
		}
	};

	// Other scripts change texts and orders right after the swap, and with them the height of the page
	const settle = () => {
		const place = kept;
		kept = null;
		if (place && !returning) {
			queueMicrotask(() => lookAt(place));
		}
	};

	// After an answer the headline may be the same, and only the line below it new
	const announce = () => {
		const spoken = recorded ? "#sidebar h1, #sidebar h1 ~ p" : "#sidebar h1";
		const words = [...document.querySelectorAll(spoken)].map((line) => line.textContent.trim()).join(" ");
		const announcement = document.getElementById("announcement");
		if (announcement.textContent !== words) {
			announcement.textContent = words;
		}
	};

	// The server writes times in its own zone; show them in the reader's
	const sayTimes = () => document.querySelectorAll("[data-instant]").forEach((line) => {
		const time = new Date(line.dataset.instant).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
		line.textContent = line.textContent.replace(line.dataset.shown, () => time);
		line.removeAttribute("data-instant");
	});

	const show = (kind) => {
		const problem = document.querySelector(`template[data-problem="${kind}"]`);
		document.getElementById("sidebar").replaceWith(problem.content.cloneNode(true));
		announce();
	};

	const parts = () => [...document.querySelectorAll("#sidebar section[aria-labelledby], #sidebar footer")];

	const nameOf = (part) => part.getAttribute("aria-labelledby") || part.tagName;

	// The scroll position and the open folds, by section names and numbers only: no patient data
	const page = () => {
		const eye = parts().find((part) => part.getBoundingClientRect().bottom > 0);
		return {
			folds: parts().flatMap((part) => [...part.querySelectorAll("details")]
				.flatMap((details, index) => details.open ? [[nameOf(part), index]] : [])),
			eye: (eye && window.scrollY > 0) ? [nameOf(eye), Math.round(eye.getBoundingClientRect().top)] : null
		};
	};

	const goBack = () => {
		const named = (name) => parts().find((part) => nameOf(part) === name);
		returning.folds.forEach(([name, index]) => {
			const details = named(name) && named(name).querySelectorAll("details")[index];
			if (details) {
				details.open = true;
			}
		});
		const eye = returning.eye && named(returning.eye[0]);
		if (eye) {
			window.scrollBy({ top: eye.getBoundingClientRect().top - returning.eye[1], behavior: "instant" });
		}
		if (document.querySelector("#sidebar[data-assessment=complete]")) {
			returning = null;
		}
	};

	// Kept in the history entry of this tab, which ends with the tab
	const note = () => returning || history.replaceState({ place: page() }, "");

	let noting = 0;
	const noteSoon = () => {
		clearTimeout(noting);
		noting = setTimeout(note, 250);
	};

	// Taps are sent one after another, so that each answer shows all answers before it
	const record = (form, values) => {
		htmx.trigger(document.getElementById("sidebar"), "htmx:abort");
		recorded = true;
		return htmx.ajax("POST", form.getAttribute("action"), { target: "#sidebar", swap: "outerHTML", values });
	};

	document.addEventListener("submit", (event) => {
		const form = event.target.closest("form[data-record]");
		if (form && window.htmx) {
			event.preventDefault();
			const values = Object.fromEntries(new FormData(form));
			if (event.submitter.name) {
				values[event.submitter.name] = event.submitter.value;
			}
			else {
				returning = returning || page();
			}
			taps = taps.then(() => record(form, values)).catch(() => {});
		}
	});

	document.addEventListener("htmx:beforeSwap", keep);
	document.addEventListener("htmx:afterSwap", () => kept && restore());
	document.addEventListener("htmx:afterSettle", sayTimes);
	document.addEventListener("htmx:afterSettle", settle);
	document.addEventListener("htmx:afterSettle", announce);
	document.addEventListener("htmx:afterSettle", () => returning && goBack());
	window.addEventListener("pagehide", note);
	window.addEventListener("scroll", noteSoon, { passive: true });
	document.addEventListener("toggle", noteSoon, true);
	// A reader who scrolls or types meanwhile is not moved back
	["pointerdown", "wheel", "keydown"].forEach((act) =>
		document.addEventListener(act, () => (returning = null), { passive: true }));
	// The server's line in its log, by which those who run it find why
	const refer = (answer) => {
		const reference = new DOMParser().parseFromString(answer, "text/html").querySelector("[data-reference]");
		if (reference) {
			document.querySelector("#sidebar .problem").append(document.importNode(reference, true));
		}
	};

	// With Retry-After the server is busy, and says when to try again
	const failure = (answer) => answer.getResponseHeader("Retry-After") ? "busy" : "failed";
	document.addEventListener("htmx:responseError", (event) => {
		const answer = event.detail.xhr;
		const over = OVER.includes(answer.status);
		show(over ? "ended" : failure(answer));
		if (!over) {
			refer(answer.responseText);
		}
	});
	// In a frame sandboxed without allow-same-origin the page has no origin, and its requests are refused
	document.addEventListener("htmx:sendError", () => show((window.origin === "null") ? "frame" : "offline"));
	document.addEventListener("htmx:timeout", () => show("offline"));

	sayTimes();
	if (!window.htmx) {
		show("failed");
	}
})();
