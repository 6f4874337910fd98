package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** A physician asks the patient, in the framed app. */
class AskBrowserTests extends BrowserTestBase {

	AskBrowserTests() {
		super(Look.sidebar().wide(900));
	}

	@Test
	void answersByOneTapAndUndoesByAnother() {
		openFramed("all-normal");

		chromium.await(yes("weakness")).click();

		chromium.await("[data-red-flag=weakness]");
		chromium.await("[data-question=weakness] [aria-pressed=true]").click();
		awaitGone("[data-red-flag=weakness]");
		assertThat(chromium.await(yes("weakness")).getDomAttribute("aria-pressed")).isEqualTo("false");
	}

	@Test
	void deniesAGroupByOneTapAndChangesIt() {
		openFramed("all-normal");

		chromium.await("[data-none=signs]").click();

		assertThat(chromium.await("[data-group=signs] p").getText()).startsWith("No weakness,").contains("Change");
		chromium.await("[data-change=signs]").click();
		assertThat(chromium.await(no("weakness")).getDomAttribute("aria-pressed")).isEqualTo("false");
	}

	@Test
	void foldsWhatIsNotARedFlagAndCountsItsAnswers() {
		openFramed("all-normal");
		WebElement heading = chromium.await("[data-group=habits] summary");
		assertThat(heading.getText()).startsWith("Before it began").doesNotContain("0/5");
		assertThat(chromium.await(yes("sleep")).isDisplayed()).isFalse();
		assertThat(chromium.await("[data-question=persistence]").isDisplayed()).isFalse();
		assertThat(chromium.await(yes("weakness")).isDisplayed()).isTrue();

		heading.click();
		chromium.await(yes("sleep")).click();

		chromium.await("[data-group=habits] details[open] [data-question=sleep] [aria-pressed=true]");
		assertThat(chromium.await("[data-group=habits] summary").getText()).startsWith("Before it began 1/5");
		chromium.await("[data-none=habits]").click();
		chromium.await("[data-change=habits]").click();
		awaitGone("[data-change=habits]");
		assertThat(chromium.await(yes("sleep")).isDisplayed()).isTrue();
		assertThat(chromium.driver().switchTo().activeElement().getDomAttribute("data-answer")).isNotNull();
	}

	@Test
	void opensAGroupThatTheChartRecordsSomethingOfAndKeepsItShut() {
		openFramed("pregnancy-recorded");
		chromium.await("[data-group=habits] details[open] summary").click();

		chromium.await(yes("weakness")).click();

		chromium.await("[data-red-flag=weakness]");
		assertThat(chromium.await("[data-group=habits] details").getDomAttribute("open")).isNull();
	}

	@Test
	void recordsTapsThatComeFasterThanTheirAnswers() {
		openFramed("all-normal");

		chromium.driver()
			.executeScript("['weakness','wasting','numbness','pain'].forEach((id) => document"
					+ ".querySelector(`[data-question=${id}] [data-answer=yes]`).click())");

		chromium.await("[data-question=pain] [aria-pressed=true]");
		List.of("weakness", "wasting", "numbness")
			.forEach((id) -> chromium.await("[data-question=" + id + "] [aria-pressed=true]"));
	}

	@Test
	void keepsPlaceFocusAndFoldsAndSaysWhatChanged() {
		openFramed("low-potassium-diuretic");
		chromium.await("[data-cause=low-potassium] summary").click();
		WebElement numbness = chromium.await(yes("numbness"));
		chromium.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", numbness);
		long top = top(numbness);

		numbness.sendKeys(Keys.SPACE);

		chromium.await("[data-question=numbness] [aria-pressed=true]");
		WebElement held = chromium.driver().switchTo().activeElement();
		assertThat(held.getDomAttribute("value")).isEqualTo("numbness");
		assertThat(Math.abs(top(held) - top)).isLessThanOrEqualTo(2);
		assertThat(chromium.driver().findElements(By.cssSelector("[data-cause=low-potassium] details[open]")))
			.hasSize(1);
		assertThat(chromium.await("#announcement").getDomProperty("textContent")).contains("umbness");
	}

	@Test
	void keepsAnswersOverAReloadAndShowsWhatAnotherTabRecorded() {
		openAlone("all-normal", "public");
		chromium.await(yes("wasting")).click();
		chromium.await("[data-red-flag=wasting]");
		chromium.driver().navigate().refresh();
		chromium.await("[data-red-flag=wasting]");
		String address = chromium.driver().getCurrentUrl();
		String first = chromium.driver().getWindowHandle();

		chromium.driver().switchTo().newWindow(WindowType.TAB).get(address);
		chromium.await(no("wasting")).click();
		awaitGone("[data-red-flag=wasting]");
		chromium.driver().close();
		chromium.driver().switchTo().window(first);
		chromium.await(yes("pain")).click();

		chromium.await("[data-question=pain] [aria-pressed=true]");
		assertThat(chromium.await(no("wasting")).getDomAttribute("aria-pressed")).isEqualTo("true");
	}

	/** A question is one stop; the arrow keys lead to its other answer. */
	@Test
	void worksByTheKeyboardAlone() {
		openFramed("all-normal");
		chromium.driver()
			.executeScript("document.querySelector('#ask').closest('section').querySelector('button').focus()");

		press(Keys.ARROW_RIGHT);
		press(Keys.TAB);
		press(Keys.ENTER);

		chromium.await("[data-question=breathlessness] [data-answer=yes][aria-pressed=true]");
		press(Keys.ARROW_LEFT);
		press(Keys.SPACE);
		chromium.await("[data-question=breathlessness] [data-answer=no][aria-pressed=true]");
		press(Keys.SPACE);
		awaitGone("[data-question=breathlessness] [aria-pressed=true]");
	}

	@Test
	void worksWithoutScripts() {
		openAlone("all-normal", "public");
		String address = chromium.driver().getCurrentUrl();
		chromium.look(Look.sidebar().withoutJavaScript());

		chromium.open(address + "complete");
		chromium.await(yes("weakness")).click();

		chromium.await("[data-red-flag=weakness]");
		assertThat(chromium.driver().getCurrentUrl()).endsWith("complete#ask");
		chromium.await("[data-none=signs]").click();
		chromium.awaitText("[data-group=signs] p", "Weakness. No ");
		assertThat(chromium.await("[data-group=signs] p").getText()).startsWith("Weakness. No ");
	}

	@Test
	void saysHowToBreakTheGlassAndReadsAgainWithTheAnswers() {
		openFramed("low-potassium-diuretic", "ehr=withheld");
		chromium.await(yes("weakness")).click();
		chromium.await("[data-red-flag=weakness]");
		WebElement before = chromium.await("[data-action=read-again]");
		assertThat(chromium.await("#sidebar").getText()).contains("break the glass");
		isAccessible();

		before.click();

		chromium.until(ExpectedConditions.stalenessOf(before));
		chromium.await("[data-assessment=complete] [data-action=read-again]");
		chromium.await("[data-red-flag=weakness]");
	}

	@Test
	void readsWhatIsBehindGlassOnceItWasBrokenInTheEhr() {
		openFramed("known-ms", "ehr=withheld");
		assertThat(chromium.await("#sidebar").getText()).contains("break the glass")
			.doesNotContain("Multiple sclerosis");
		chromium.driver().switchTo().defaultContent();
		chromium.await("[data-break-glass]").click();
		chromium.await("[data-break-glass]:disabled");
		chromium.driver().switchTo().frame(chromium.await("iframe#app"));

		chromium.await("[data-action=read-again]").click();

		chromium.await("[data-assessment=complete] [data-cause=multiple-sclerosis][data-verdict=met]");
		awaitGone("[data-action=read-again]");
	}

	@Test
	void keepsItsPlaceOverAReload() {
		openAlone("low-potassium-diuretic", "public");
		chromium.await("section[aria-labelledby=tests] summary").click();
		chromium.driver().executeScript("document.querySelector('#options').scrollIntoView()");
		chromium.until((driver) -> Boolean.TRUE
			.equals(chromium.driver().executeScript("return !!history.state && history.state.place.folds.length > 0")));
		long top = top(chromium.await("#options"));

		chromium.driver().navigate().refresh();
		chromium.await("[data-assessment=complete] section[aria-labelledby=tests] details[open]");

		assertThat(Math.abs(top(chromium.await("#options")) - top)).isLessThanOrEqualTo(2);
		assertThat(String.valueOf(chromium.driver().executeScript("return JSON.stringify(history.state)")))
			.matches("[\\[\\]{}\":,0-9A-Za-z-]*")
			.doesNotContain("potassium");
	}

	@Test
	void isAccessibleInEveryState() {
		openFramed("caffeine-anxiety");
		isAccessible();
		chromium.await(yes("weakness")).click();
		chromium.await("[data-question=sudden-weakness]");
		isAccessible();
		chromium.await("[data-group=habits] summary").click();
		chromium.await("[data-none=habits]").click();
		chromium.await("[data-change=habits]");
		isAccessible();
	}

	private static void press(Keys key) {
		chromium.driver().switchTo().activeElement().sendKeys(key);
	}

	private static void awaitGone(String selector) {
		chromium.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(selector), 0));
	}

	private static void isAccessible() {
		assertThat(chromium.driver().findElements(By.cssSelector(".ask button"))).isNotEmpty()
			.allSatisfy((button) -> assertThat(Math.min(button.getSize().getHeight(), button.getSize().getWidth()))
				.as(button.getText())
				.isGreaterThanOrEqualTo(24));
		assertThat(Accessibility.violations(chromium)).isEmpty();
		chromium.driver().switchTo().defaultContent().switchTo().frame(chromium.await("iframe#app"));
	}

	private static String yes(String question) {
		return "[data-question=" + question + "] [data-answer=yes]";
	}

	private static String no(String question) {
		return "[data-question=" + question + "] [data-answer=no]";
	}

	private static long top(WebElement element) {
		return ((Number) chromium.driver()
			.executeScript("return Math.round(arguments[0].getBoundingClientRect().top)", element)).longValue();
	}

}
