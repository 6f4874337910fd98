"use strict";

// The host side of SMART Web Messaging: answers the app in the frame, and nobody else, and shows what it drafted.
// With "?messaging=silent" it answers nothing, with "?messaging=refusing" it refuses every draft;
// data-heard is the id of the last message received, whoever sent it.
(() => {
	const drafts = document.querySelector("[data-drafts]");
	const app = document.getElementById("app");
	const mood = new URLSearchParams(location.search).get("messaging");
	let number = 0;

	const show = (request) => {
		const line = document.createElement("li");
		line.dataset.draft = request.code.coding[0].code;
		line.textContent = `${request.code.text}: ${request.reasonCode[0].text} (${request.status}, ${request.intent})`;
		drafts.append(line);
	};

	// Drafts created through the FHIR server, polled every second as the page of an EHR would
	const seen = new Set();
	const look = () => fetch(`/chart/${encodeURIComponent(drafts.dataset.patient)}/drafts`)
		.then((answer) => answer.json())
		.then((all) => all.filter((one) => !seen.has(one.id)).forEach((one) => {
			seen.add(one.id);
			show({ code: { text: one.what, coding: [{ code: one.code }] }, reasonCode: [{ text: one.reason }],
				status: one.status, intent: one.intent });
		}))
		.catch(() => {});
	setInterval(look, 1000);
	look();

	const isDraft = (request) => request && request.resourceType === "ServiceRequest" && request.status === "draft"
		&& request.intent === "proposal" && request.subject.reference === `Patient/${drafts.dataset.patient}`;

	const create = (request) => {
		if (mood === "refusing" || !isDraft(request)) {
			return { status: "422 Unprocessable Entity", outcome: { resourceType: "OperationOutcome", issue: [
				{ severity: "error", code: "business-rule", details: { text: "This EHR takes no drafts today" } }] } };
		}
		show(request);
		number += 1;
		return { status: "201 Created", location: `ServiceRequest/scratchpad-${number}` };
	};

	// With "?messaging=staying" the page does not close the app when it asks for that
	const close = () => {
		if (mood !== "staying") {
			setTimeout(() => app.remove(), 0);
		}
		return { status: (mood === "staying") ? "error" : "success", statusDetail: { text: "" } };
	};

	const glass = document.querySelector("[data-break-glass]");
	if (glass) {
		glass.addEventListener("click", () =>
			fetch(`/chart/${encodeURIComponent(drafts.dataset.patient)}/glass?ehr=${glass.dataset.ehr}`, { method: "POST" })
				.then(() => (glass.disabled = true)));
	}

	const ANSWERS = { "ui.done": close, "status.handshake": () => ({}), "scratchpad.create": (payload) => create(payload.resource) };

	window.addEventListener("message", (event) => {
		const message = event.data;
		drafts.dataset.heard = message.messageId;
		const trusted = event.source === app.contentWindow && event.origin === drafts.dataset.app
			&& message.messagingHandle === drafts.dataset.handle;
		if (trusted && mood !== "silent" && message.messageType in ANSWERS) {
			event.source.postMessage({ messageId: crypto.randomUUID(), responseToMessageId: message.messageId,
				payload: ANSWERS[message.messageType](message.payload) }, event.origin);
		}
	});
})();
