package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe finds nothing serious in any view, light or dark; contrast is among what it measures. */
class AccessibilityTest {
    @RegisterExtension
    final OpenPage light = new OpenPage();

    @RegisterExtension
    final OpenPage dark = new OpenPage(360, ColorScheme.DARK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/",
                "#/sessions",
                "#/c/slack%2Fgeneral/m/m2?thread=m4",
                "#/search?q=the",
                "#/search",
                "#/dead-letters",
                "#/health",
                "#/nowhere"
            })
    void everyViewIsAccessible(String address) {
        for (OpenPage tab : List.of(light, dark)) {
            Page page = tab.open(address);
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            assertThat(page.locator(".loading")).hasCount(0);

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml())
                    .isEmpty();
        }
    }
}
