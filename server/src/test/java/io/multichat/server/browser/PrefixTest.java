package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page behind a proxy that strips a path prefix. */
class PrefixTest {
    private static final String PREFIX = "/tools/chat";

    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void everyAddressIsRelative() {
        Page page = tab.page();
        page.route("**/*", PrefixTest::strip);
        page.navigate(tab.shared().server.uri() + PREFIX + "/#/c/slack%2Fgeneral");

        assertThat(tab.message("m6")).isVisible();
        page.getByText("Search here").click();
        page.getByLabel("Search messages").fill("release");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hit mark").first()).hasText("release");
    }

    /** Answers as the proxy does: what is not under the prefix does not exist. An answer is passed on at its end, so none is live. */
    private static void strip(Route route) {
        String url = route.request().url();
        if (url.contains(PREFIX + "/") && !url.contains("/v1/live")) {
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(route.fetch(new Route.FetchOptions().setUrl(url.replace(PREFIX, "")))));
        } else {
            route.abort();
        }
    }
}
