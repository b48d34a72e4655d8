package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on a phone, in the dark, and in any script. */
class LooksTest {
    private static final String SCRIPTS = "#/c/matrix%2F%25D7%2592%25D7%2599%25D7%25A0%25D7%2594";

    @RegisterExtension
    final OpenPage phone = new OpenPage(360, ColorScheme.DARK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/",
                "#/sessions",
                "#/c/slack%2Fgeneral",
                SCRIPTS,
                "#/search?q=the",
                "#/dead-letters",
                "#/health"
            })
    void nothingIsWiderThanAPhone(String address) {
        Page page = phone.open(address);
        assertThat(page.locator("main .scroller").first()).isVisible();
        assertThat(page.locator(".loading")).hasCount(0);

        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= 360"
                        + " && document.querySelector('main .scroller').scrollWidth <= 360"))
                .as("the page fits")
                .isTrue();
    }

    @Test
    void theThemeFollowsTheSystemUntilTheReaderChooses() {
        Page page = phone.open("#/health");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 21, 24)");

        page.locator(".theme").click();

        assertThat(page.locator("body")).hasCSS("background-color", "rgb(247, 247, 245)");
        page.reload();
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(247, 247, 245)");
    }

    @Test
    void eachTextHasItsOwnDirection() {
        phone.open(SCRIPTS);

        assertThat(phone.message("m0").locator(".text")).hasCSS("direction", "rtl");
        assertThat(phone.message("m1").locator(".text")).hasCSS("direction", "rtl");
        assertThat(phone.message("m2").locator(".text")).hasCSS("direction", "ltr");
        assertThat(phone.message("m4").locator("code")).hasCSS("direction", "ltr");
        assertThat(phone.message("m3").locator(".text")).hasText("👩‍👩‍👧‍👦🎉");
    }
}
