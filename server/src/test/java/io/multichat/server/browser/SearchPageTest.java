package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Search: marked hits, filters, and the way from a hit to its context and to the next hit. */
class SearchPageTest {
    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void hitsAreMarkedAndOpenInTheirContext() {
        Page page = tab.open("#/search");
        page.getByLabel("Search messages").fill("release notes");
        page.keyboard().press("Enter");

        assertThat(page.locator(".hit mark").first()).hasText("release");
        page.locator(".hit").first().click();
        assertThat(tab.message("m4")).hasClass(Pattern.compile(".*target.*"));
        assertThat(page.locator(".hit-bar")).containsText("1 of 1");
        page.keyboard().press("Escape");
        assertThat(page.locator(".hit mark").first()).isVisible();
    }

    @Test
    void oneGoesFromHitToHitInContext() {
        Page page = tab.open("#/search?q=message");
        page.locator(".hit").nth(1).click();
        assertThat(page.locator(".hit-bar")).containsText("2 of");

        page.keyboard().press("n");

        assertThat(page.locator(".hit-bar")).containsText("3 of");
        assertThat(tab.message("n99997")).hasClass(Pattern.compile(".*target.*"));
    }

    @Test
    void filtersAreInTheAddressAndCanBeLifted() {
        Page page = tab.open("#/search?q=the&conversation=slack%2Fgeneral&sender=Deniz");
        assertThat(page.locator(".hit")).hasCount(1);

        page.getByLabel("Remove the filter from").click();

        assertThat(page).hasURL(Pattern.compile("(?!.*sender).*"));
        assertThat(page.locator(".hit")).not().hasCount(1);
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        Page page = tab.open("#/search?q=xyzzy");

        assertThat(page.locator(".empty")).containsText("Nothing found");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("xyzzy");
    }
}
