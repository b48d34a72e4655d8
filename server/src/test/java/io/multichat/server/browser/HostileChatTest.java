package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write is shown as text and breaks nothing. */
class HostileChatTest {
    private static final String ADDRESS = "#/c/irc%2F%2523%253Cb%253Ehostile%253C%252Fb%253E";

    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void markupIsTextAndOnlyWebLinksAreLinks() {
        Page page = tab.open(ADDRESS);

        assertThat(tab.message("m0")).containsText("<script>window.broken = true</script>");
        assertThat(page.locator(".subject")).containsText("#<b>hostile</b>");
        assertThat(page.evaluate("window.broken")).isNull();
        assertThat(page.locator("main script, main img, main iframe")).hasCount(0);
        for (Locator link : page.locator(".message .text a").all()) {
            assertThat(link.getAttribute("href")).matches("https?://.*");
            assertThat(link.getAttribute("rel")).contains("noopener");
        }
    }

    @Test
    void controlCharactersAreShownAsSymbols() {
        tab.open(ADDRESS);

        assertThat(tab.message("m3").locator(".text")).hasText("␛[31mred␛[0m ␇bell");
    }

    @Test
    void aLongWordIsCutAndNeverWiderThanThePage() {
        Page page = tab.open(ADDRESS);
        assertThat(tab.message("m4")).containsText("Show all 879 KiB");

        tab.message("m4").locator(".more").click();

        assertThat(tab.message("m4").locator(".text")).containsText("x".repeat(10_000));
        assertThat(overflows(page)).isFalse();
    }

    @Test
    void manyMarksOnALetterPaintOverNoNeighbour() {
        Page page = tab.open(ADDRESS);

        assertThat(tab.message("m5").locator(".text")).hasCSS("contain", "paint");
        assertThat(overflows(page)).isFalse();
    }

    @Test
    void aNameStaysOnOneLineAndIsNoDayLine() {
        Page page = tab.open(ADDRESS);

        assertThat(page.locator(".line.day")).hasCount(1);
        Locator name = tab.message("fake").locator(".sender");
        assertThat(name.boundingBox().height).isLessThan(30);
        assertThat(name.boundingBox().width).isLessThan(400);
    }

    @Test
    void aDirectionOverrideDoesNotReachBeyondItsMessage() {
        tab.open(ADDRESS);

        assertThat(tab.message("m2").locator(".text")).hasCSS("unicode-bidi", "isolate");
        assertThat(tab.message("m2").locator(".sender")).hasCSS("unicode-bidi", "isolate");
    }

    private static boolean overflows(Page page) {
        return (boolean) page.evaluate(
                "document.querySelector('.scroller').scrollWidth > document.querySelector('.scroller').clientWidth");
    }
}
