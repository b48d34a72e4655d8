package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page without a mouse. */
class KeyboardPageTest {
    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void rowsAreWalkedAndOpened() {
        Page page = tab.open("");
        assertThat(page.locator(".row")).hasCount(5);

        page.keyboard().press("j");
        assertThat(page.locator(".row").nth(0)).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator(".row").nth(1)).isFocused();
        page.keyboard().press("k");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*#/c/.*"));
    }

    @Test
    void aSlashSearchesFromAnywhere() {
        Page page = tab.open("#/health");
        assertThat(page.locator(".verdict")).isVisible();

        page.keyboard().press("/");

        assertThat(page.getByLabel("Search messages")).isFocused();
        page.keyboard().type("gj/?");
        assertThat(page.getByLabel("Search messages")).hasValue("gj/?");
    }

    @Test
    void messagesAreWalked() {
        Page page = tab.open("#/c/slack%2Fgeneral/m/m2");
        assertThat(tab.message("m2")).isFocused();

        page.keyboard().press("j");
        assertThat(tab.message("m3")).isFocused();
        page.keyboard().press("c");

        assertThat(page.locator(".toast")).hasText("Link copied");
        page.waitForFunction(
                "async () => (await navigator.clipboard.readText()).includes('#/c/slack%2Fgeneral/m/m3?t=')");
    }

    @Test
    void theHelpNamesTheKeysOfThisView() {
        Page page = tab.open("#/c/slack%2Fgeneral");
        assertThat(tab.message("m6")).isVisible();

        page.keyboard().press("?");

        assertThat(page.locator("dialog.keys")).containsText("Go to a time");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.keys")).hasCount(0);
    }
}
