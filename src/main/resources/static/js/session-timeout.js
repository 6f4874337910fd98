"use strict";

// Warns before the session ends, lets the reader continue, and clears the page when it has ended.
// The server is asked how much time is left, because another tab of this launch may have been used meanwhile.
(() => {
	const OVER = [401, 403, 404, 410];

	const session = document.getElementById("session");
	const unused = document.getElementById("unused");
	const limit = document.getElementById("limit");
	const seconds = (dialog) => Number(dialog.dataset.seconds);

	let timer = 0;
	let told = false;

	const again = (after) => {
		clearTimeout(timer);
		timer = setTimeout(look, Math.max(1, after) * 1000);
	};

	const open = (dialog) => dialog.open || dialog.showModal();

	// Closes the dialog for the reader; this does not count as a choice to continue
	const dismiss = (dialog) => {
		if (dialog.open) {
			dialog.dataset.dismissed = "";
			dialog.close();
		}
	};

	const over = () => {
		clearTimeout(timer);
		[unused, limit].forEach(dismiss);
		session.remove();
		const ended = document.querySelector("template[data-problem=ended]").content.cloneNode(true);
		document.getElementById("announcement").textContent = ended.querySelector("h1").textContent;
		document.getElementById("sidebar").replaceWith(ended);
	};

	const plan = (remaining) => {
		if (remaining.limit <= seconds(limit) && !told) {
			told = true;
			dismiss(unused);
			open(limit);
		}
		if (remaining.left >= remaining.limit) {
			dismiss(unused);
			again((told) ? remaining.left : remaining.limit - seconds(limit));
		}
		else if (remaining.left <= seconds(unused)) {
			open(unused);
			again(Math.min(remaining.left, 10));
		}
		else {
			dismiss(unused);
			again(Math.min(remaining.left - seconds(unused), (told) ? remaining.limit : remaining.limit - seconds(limit)));
		}
	};

	const ask = (options) => fetch("session", { cache: "no-store", credentials: "same-origin", ...options })
		.then((response) => {
			if (OVER.includes(response.status)) {
				over();
			}
			else {
				return response.json().then(plan);
			}
		})
		.catch(() => again(10));

	const look = () => ask({});

	const goOn = () => ask({ method: "POST", headers: { "X-CSRF-TOKEN": session.querySelector("[name=_csrf]").value } });

	unused.addEventListener("close", () => {
		const byItself = "dismissed" in unused.dataset;
		delete unused.dataset.dismissed;
		if (!byItself) {
			goOn();
		}
	});
	document.addEventListener("twitching:ended", over);
	// Timers stop while the computer sleeps: ask again when the page is seen again
	document.addEventListener("visibilitychange", () => document.hidden || !session.isConnected || look());
	look();
})();
