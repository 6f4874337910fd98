"use strict";

// Puts the chosen orders as drafts onto the EHR's scratchpad (SMART Web Messaging), if the EHR around this page answers
// a handshake. Messages are posted to that window with exactly the origin from the token response; only what comes from
// that window and origin, as the answer to a message of ours, counts. The handle is put into messages only, never into
// an address. Times are in milliseconds.
(() => {
	const GREETING = 5000;

	const CREATING = 15000;

	const LONGEST_REASON = 200;

	const host = (window.parent !== window) ? window.parent : window.opener;

	const waiting = new Map();

	const drafted = new Set();

	let greeted = null;

	let sending = false;

	const place = () => document.querySelector("[data-scratchpad]");

	const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

	// Resolves with the payload of the answer, or with null if none comes in time
	const ask = (at, messageType, payload, time) => new Promise((answered) => {
		const messageId = id();
		const done = (answer) => {
			waiting.delete(messageId);
			answered(answer);
		};
		const message = { messagingHandle: at.dataset.handle, messageId, messageType, payload };
		waiting.set(messageId, { origin: at.dataset.origin, done });
		setTimeout(() => done(null), time);
		host.postMessage(message, at.dataset.origin);
	});

	window.addEventListener("message", (event) => {
		const answer = event.data;
		const asked = (event.source === host && answer && typeof answer === "object")
			? waiting.get(answer.responseToMessageId) : undefined;
		if (asked && event.origin === asked.origin) {
			asked.done((answer.payload && typeof answer.payload === "object") ? answer.payload : {});
		}
	});

	const fill = (words, ...texts) => texts.reduce((said, text, at) => said.replace(`{${at}}`, () => text), words);

	const reason = (payload) => {
		const issue = (payload.outcome && Array.isArray(payload.outcome.issue) && payload.outcome.issue[0]) || {};
		const words = (issue.details && issue.details.text) || issue.diagnostics || payload.status;
		return (typeof words === "string") ? words.slice(0, LONGEST_REASON) : "";
	};

	const failure = (payload, order, words) => {
		if (payload === null) {
			return fill(words.silent, order.name);
		}
		const why = reason(payload);
		return (why === "") ? fill(words.refused, order.name) : fill(words.because, order.name, why);
	};

	const chosen = (form) => [...form.querySelectorAll("[data-order][data-asked]")].map((order) => (
		{ key: order.dataset.order, name: order.dataset.name, draft: order.dataset.draft }));

	// One after another, so that each refusal can be named
	const create = async (at, orders) => {
		const said = { drafted: [], failed: [], again: [] };
		for (const order of orders) {
			if (drafted.has(order.key)) {
				said.again.push(order.name);
			}
			else if (!order.draft) {
				said.failed.push(fill(at.dataset.uncoded, order.name));
			}
			else {
				const payload = await ask(at, "scratchpad.create", { resource: JSON.parse(order.draft) }, CREATING);
				if (payload !== null && /^2\d\d\b/.test(String(payload.status))) {
					drafted.add(order.key);
					said.drafted.push(order.name);
				}
				else {
					said.failed.push(failure(payload, order, at.dataset));
				}
			}
		}
		return said;
	};

	const sentence = (said, words) => [[said.drafted, words.drafted], [said.again, words.again], [said.failed, words.undrafted]]
		.filter(([names]) => names.length > 0)
		.map(([names, text]) => fill(text, names.join(", ")))
		.join(" ");

	const send = async (button) => {
		const at = button.closest("[data-scratchpad]");
		const words = at.dataset;
		const status = () => (place() || at).querySelector("[role=status]");
		sending = true;
		status().textContent = words.sending;
		const said = await create(at, chosen(button.form));
		sending = false;
		status().textContent = sentence(said, words);
	};

	// Drafts go to the FHIR server only if the EHR around the page does not answer messages
	const choose = (answered) => {
		place().toggleAttribute("data-answers", answered);
		place().hidden = !answered;
		document.querySelectorAll("[data-rest]").forEach((rest) => (rest.hidden = answered));
	};

	const offer = () => {
		const at = place();
		if (at && host) {
			greeted = greeted || ask(at, "status.handshake", {}, GREETING);
			greeted.then((answer) => place() && choose(answer !== null));
		}
	};

	// The second click of a double click is left out, for a quick EHR may already have answered the first
	document.addEventListener("click", (event) => {
		const button = event.target.closest("[data-scratchpad] [data-action=draft-orders]");
		if (button && !sending && event.detail < 2) {
			send(button);
		}
	});
	document.addEventListener("htmx:afterSettle", offer);

	// The launch is ended first, then the EHR is asked to close the page. If it does not, the page says that it has ended
	document.addEventListener("submit", (event) => {
		const form = event.target.closest("form[action=close]");
		const at = place();
		if (form && at && at.hasAttribute("data-answers")) {
			event.preventDefault();
			fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })
				.then(() => ask(at, "ui.done", {}, GREETING))
				.then(() => document.dispatchEvent(new Event("twitching:ended")), () => form.submit());
		}
	});
})();
