package org.twitchingreference.endtoend.browser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.Look;

/**
 * How many taps and keys a physician's tasks take once the page stands, and how long the
 * page takes to answer them, in Chromium at the app beside the sandbox EHR: "./mvnw
 * spring-boot:test-run@tasks". Reading and deciding are not counted.
 */
public final class Tasks implements AutoCloseable {

	private static final String CHART = "low-potassium-diuretic";

	private static final int RUNS = 21;

	/** More keys than any page needs. */
	private static final int MOST_KEYS = 200;

	/** Notes when the first tap or key came that was meant, and when it shows. */
	private static final String WATCH = """
			window.took = -1;
			const [kind, shown] = arguments;
			addEventListener(kind, () => {
			  const begin = performance.now();
			  const look = () => document.querySelector("#sidebar")
			      && [...document.querySelectorAll(shown)].some((one) => one.checkVisibility() && one.textContent)
			    ? window.took = performance.now() - begin : requestAnimationFrame(look);
			  look();
			}, { once: true, capture: true });""";

	private static final Map<String, List<Step>> TASKS = tasks();

	private final Chromium chromium = Chromium.start(Look.sidebar());

	private Tasks() {
	}

	public static void main(String[] args) {
		try (Tasks tasks = new Tasks()) {
			System.out.printf(Locale.ROOT, "%n%d processors, medians of %d; chart %s at 360 x 800%n",
					Runtime.getRuntime().availableProcessors(), RUNS, CHART);
			TASKS.forEach(tasks::report);
		}
		System.exit(0);
	}

	/** What is wrong and how urgent it is stand on the first screen. */
	private static Map<String, List<Step>> tasks() {
		Map<String, List<Step>> tasks = new LinkedHashMap<>();
		tasks.put("what is wrong", List.of(Step.read("h1")));
		tasks.put("is it urgent", List.of(Step.read(".strip")));
		tasks.put("record no weakness",
				List.of(new Step("[data-question=weakness] [data-answer=no]", List.of(Keys.ARROW_RIGHT, Keys.ENTER),
						"[data-question=weakness] [data-answer=no][aria-pressed=true]")));
		tasks.put("order magnesium",
				List.of(new Step("[data-test=potassium] input", List.of(Keys.SPACE),
						"[data-test=potassium]:has(input:not(:checked))"),
						new Step("[data-action=copy-orders]", List.of(Keys.ENTER),
								"[data-action=copy-orders] ~ [role=status]")));
		tasks.put("note in the clipboard",
				List.of(new Step("[data-action=copy-note]", List.of(Keys.ENTER), ".top [role=status]")));
		return tasks;
	}

	private void report(String task, List<Step> steps) {
		List<Double> times = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			FramedApp.openAlone(this.chromium, CHART, "public");
			times.add(steps.stream().mapToDouble(this::tapped).sum());
		}
		FramedApp.openAlone(this.chromium, CHART, "public");
		int keys = steps.stream().mapToInt(this::typed).sum();
		long taps = steps.stream().filter((step) -> !step.keys().isEmpty()).count();
		System.out.printf(Locale.ROOT, "%s: %d taps, %.0f ms; %d keys%n", task, taps,
				times.stream().sorted().toList().get(RUNS / 2), keys);
	}

	/** How long the page took, in ms; nothing where it only has to be read. */
	private double tapped(Step step) {
		if (step.keys().isEmpty()) {
			if (this.chromium.length("Math.ceil(document.querySelector('" + step.at()
					+ "').getBoundingClientRect().bottom) - innerHeight") > 0) {
				throw new IllegalStateException(step.at() + " is not on the first screen");
			}
			return 0;
		}
		this.chromium.driver().executeScript(WATCH, "pointerdown", step.shown());
		this.chromium.await(step.at()).click();
		return took();
	}

	private int typed(Step step) {
		int keys = step.keys().size();
		for (; !step.keys().isEmpty() && !isHeld(step); keys++) {
			press(Keys.TAB);
			if (keys > MOST_KEYS) {
				throw new IllegalStateException(step.at() + " is not reached by keys");
			}
		}
		if (!step.keys().isEmpty()) {
			this.chromium.driver().executeScript(WATCH, "keydown", step.shown());
			step.keys().forEach(this::press);
			took();
		}
		return keys;
	}

	/** Held is the part that the keys lead into: a question is one stop. */
	private boolean isHeld(Step step) {
		return Boolean.TRUE.equals(this.chromium.driver()
			.executeScript("const at = document.querySelector(arguments[0]); const held = document.activeElement;"
					+ " return held === at || !!held.closest('[data-question]')"
					+ " && held.closest('[data-question]') === at.closest('[data-question]')", step.at()));
	}

	private void press(Keys key) {
		this.chromium.driver().switchTo().activeElement().sendKeys(key);
	}

	private double took() {
		new WebDriverWait(this.chromium.driver(), Duration.ofSeconds(30))
			.until((driver) -> this.chromium.length("window.took") >= 0);
		return this.chromium.length("window.took * 1000") / 1000.0;
	}

	@Override
	public void close() {
		this.chromium.close();
	}

	/**
	 * What is tapped, the keys that do the same once it is reached by Tab, and what then
	 * shows.
	 */
	private record Step(String at, List<Keys> keys, String shown) {

		static Step read(String what) {
			return new Step(what, List.of(), what);
		}

	}

}
