package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window on a session of 100,000 messages: bounded, complete in both directions, and still while one reads. */
class WindowTest {
    private static final String LONG = "#/c/irc%2F%2523long";

    /** Notes the greatest number of messages that the document ever has. */
    static final String COUNT = "() => { window.most = 0; new MutationObserver(() => { window.most ="
            + " Math.max(window.most, document.querySelectorAll('.message').length); })"
            + ".observe(document.querySelector('.messages'), { childList: true }); }";

    /** Scrolls as a reader does, until a message is there; returns the ids in the order in which they are shown. */
    private static final String WALK = "async ({ step, until }) => {"
            + " const scroller = document.querySelector('.scroller'); const seen = new Set();"
            + " for (let i = 0; i < 4000; i++) {"
            + "  document.querySelectorAll('.message').forEach((node) => seen.add(node.dataset.id));"
            + "  if (document.querySelector(`.message[data-id='${until}']`)) { return [...seen]; }"
            + "  scroller.scrollTop += step; await new Promise(requestAnimationFrame); }"
            + " return [...seen]; }";

    /**
     * Loads older messages and returns by how many pixels the message at the top of the screen moved. The position is read in the next
     * frame but one, when the browser has put the anchor back; the first message before, because loading may be that fast.
     */
    private static final String SHIFT = "async (place) => {"
            + " const scroller = document.querySelector('.scroller');"
            + " const frame = () => new Promise(requestAnimationFrame);"
            + " const count = () => document.querySelectorAll('.message').length;"
            + " const first = document.querySelector('.message').dataset.id; const end = Date.now() + 20000;"
            + " scroller.scrollTop = place; await frame(); await frame();"
            + " const top = scroller.getBoundingClientRect().top;"
            + " const read = [...document.querySelectorAll('.message')].find((n) => n.getBoundingClientRect().top > top);"
            + " const before = read.getBoundingClientRect().top;"
            + " while (document.querySelector('.message').dataset.id === first) {"
            + "  if (Date.now() > end) { throw new Error('no older messages within 20 s'); } await frame(); }"
            + " await frame(); await frame();"
            + " return Math.abs(read.getBoundingClientRect().top - before); }";

    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void theNewestMessagesAreShownFirst() {
        Page page = tab.open(LONG);

        assertThat(tab.message("n99999")).isInViewport();
        assertThat(page.locator(".pill")).isHidden();
    }

    @Test
    void readingUpwardsAndBackShowsEveryMessageOnceAndNeverMoreThanFourHundred() {
        Page page = tab.open(LONG);
        assertThat(tab.message("n99999")).isInViewport();
        page.evaluate(COUNT);

        page.evaluate(WALK, Map.of("step", -700, "until", "n98000"));
        assertThat(tab.message("n99999")).hasCount(0);
        assertThat(numbers(page)).isSorted().hasSizeLessThanOrEqualTo(400);
        page.evaluate(WALK, Map.of("step", 700, "until", "n99999"));

        assertThat(numbers(page)).isSorted().endsWith(99_999);
        assertThat((int) page.evaluate("window.most")).isLessThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 1200})
    void theLineThatIsReadStaysWhereItIsWhileOlderMessagesLoad(int place) {
        Page page = tab.open(LONG);
        assertThat(tab.message("n99999")).isInViewport();

        assertThat(((Number) page.evaluate(SHIFT, place)).doubleValue()).isLessThan(1.5);
    }

    @Test
    void buttonsLoadWhatScrollingDoes() {
        Page page = tab.open(LONG + "/m/n50000");
        assertThat(tab.message("n50000")).isInViewport();
        int before = numbers(page).size();

        page.locator(".newer").dispatchEvent("click");

        page.waitForFunction("before => document.querySelectorAll('.message').length > before", before);
        assertThat(numbers(page)).isSorted().contains(50_000);
    }

    @Test
    void aPermalinkShowsTheMessageMarkedAmongItsNeighbours() {
        tab.open(LONG + "/m/n50000");

        assertThat(tab.message("n50000")).hasClass(Pattern.compile(".*target.*"));
        assertThat(tab.message("n49990")).isAttached();
        assertThat(tab.message("n50010")).isAttached();
    }

    @Test
    void aPermalinkToAMessageThatIsGoneShowsItsTimeAndSaysSo() {
        Page page = tab.open(LONG + "/m/gone?t=2026-02-01T09:00:00.000Z");

        assertThat(page.locator(".notice")).containsText("no longer here");
        assertThat(tab.message("n1440")).isInViewport();
    }

    @Test
    void theReaderGoesToATime() {
        Page page = tab.open(LONG);
        assertThat(tab.message("n99999")).isInViewport();
        page.keyboard().press("g");
        page.locator("#jump-time").fill("2026-02-10T12:00");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Go").setExact(true))
                .click();

        assertThat(tab.message("n14580")).isInViewport();
        assertThat(page).hasURL(Pattern.compile(".*t=2026-02-10T12.*"));
    }

    @Test
    void theBackButtonLeadsToTheLineThatWasRead() {
        Page page = tab.open(LONG + "/m/n50000");
        assertThat(tab.message("n50000")).isInViewport();
        page.evaluate("document.querySelector('.scroller').scrollTop -= 300");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Health"))
                .click();
        assertThat(page.locator(".verdict")).isVisible();

        page.goBack();

        assertThat(tab.message("n50000")).isAttached();
    }

    /** The numbers of all messages in the document, read at once. */
    private static List<Integer> numbers(Page page) {
        List<?> ids = (List<?>) page.evaluate(
                "[...document.querySelectorAll('.message')].map((node) => Number(node.dataset.id.slice(1)))");
        return ids.stream().map(id -> ((Number) id).intValue()).toList();
    }
}
