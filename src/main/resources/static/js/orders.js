"use strict";

// Updates the text and the number of the orders when a box is checked, and keeps the choice when the page is replaced.
// A test that a chosen panel contains (data-within) is not ordered as well.
(() => {
	const boxes = (form) => [...form.querySelectorAll("input[name=test]")];

	const orders = (form) => {
		const chosen = boxes(form).filter((box) => box.checked);
		const ids = chosen.map((box) => box.value);
		const asked = new Map();
		chosen.flatMap((box) => [...box.closest("[data-test]").querySelectorAll("[data-order]")])
			.filter((order) => !(order.dataset.within || "").split(" ").some((id) => ids.includes(id)))
			.forEach((order) => asked.set(order.dataset.order, order));
		return [...asked.values()];
	};

	const sentence = (names, form) => {
		const last = names.slice(-1);
		const list = (names.length > 1) ? names.slice(0, -1).join(", ") + form.dataset.and + last : String(last);
		return list[0].toUpperCase() + list.slice(1);
	};

	const say = (form) => {
		const asked = orders(form);
		form.querySelectorAll("[data-order]").forEach((order) => order.toggleAttribute("data-asked", asked.includes(order)));
		const text = form.querySelector("[data-order-text]");
		const button = form.querySelector("[data-action=copy-orders]");
		text.classList.toggle("unseen", asked.length === 0);
		text.textContent = (asked.length === 0) ? form.dataset.none
			: text.dataset.indication.replace("{0}", () => sentence(asked.map((order) => order.dataset.name), form));
		button.textContent = (asked.length < 2) ? [form.dataset.zero, form.dataset.one][asked.length]
			: form.dataset.many.replace("{0}", asked.length);
		button.disabled = (asked.length === 0);
		form.querySelectorAll("[role=status]").forEach((said) => (said.textContent = ""));
		form.querySelectorAll("[data-action=draft-orders]").forEach((draft) => (draft.disabled = asked.length === 0));
	};

	const form = () => document.querySelector("form[data-orders]");

	let kept = [];

	document.addEventListener("change", (event) => event.target.name === "test" && say(event.target.form));
	document.addEventListener("htmx:beforeSwap", () =>
		(kept = form() ? boxes(form()).filter((box) => box.checked !== box.defaultChecked) : []));
	document.addEventListener("htmx:afterSettle", () => {
		if (form()) {
			const changed = new Map(kept.map((box) => [box.value, box.checked]));
			boxes(form()).filter((box) => changed.has(box.value))
				.forEach((box) => (box.checked = changed.get(box.value)));
			say(form());
		}
	});
})();
