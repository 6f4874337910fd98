"use strict";

// Copies the text whose id a button names (data-copies). navigator.clipboard is blocked in a frame of another origin,
// so the text is put into a text area, selected and copied. If the browser refuses that too, the text area stays, so
// that the reader can copy it. The result is announced in the element with role=status beside the button.
(() => {
	const LEFT = "uncopied";

	const said = (button, words) => {
		const status = button.parentElement.querySelector("[role=status]");
		// Emptied first, so that a screen reader announces the same words a second time
		status.textContent = "";
		requestAnimationFrame(() => (status.textContent = words));
	};

	const area = (button, text) => {
		const made = document.createElement("textarea");
		made.readOnly = true;
		made.value = text;
		made.className = LEFT;
		made.setAttribute("aria-label", button.dataset.notCopied);
		return made;
	};

	const isCopied = () => {
		try {
			return document.execCommand("copy");
		}
		catch {
			return false;
		}
	};

	const copy = (button) => {
		const shown = document.getElementById(button.dataset.copies);
		const text = ("value" in shown) ? shown.value : shown.textContent;
		const row = button.parentElement;
		row.querySelectorAll(`.${LEFT}`).forEach((before) => before.remove());
		const made = area(button, text);
		row.append(made);
		made.focus({ preventScroll: true });
		made.select();
		const copied = isCopied();
		if (copied) {
			made.remove();
			button.focus({ preventScroll: true });
		}
		said(button, (copied) ? button.dataset.copied : button.dataset.notCopied);
	};

	document.addEventListener("click", (event) => {
		const button = event.target.closest("button[data-action^=copy-]");
		if (button && button.dataset.copies) {
			event.preventDefault();
			copy(button);
		}
	});
})();
