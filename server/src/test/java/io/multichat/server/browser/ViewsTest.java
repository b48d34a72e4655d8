package io.multichat.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every view shows what the server holds, and its address leads back to it. */
class ViewsTest {
    @RegisterExtension
    final OpenPage tab = new OpenPage();

    @Test
    void conversationsAreListedAndOneIsOpened() {
        Page page = tab.open("");

        assertThat(page.locator(".row")).hasCount(5);
        page.getByText("general").first().click();

        assertThat(page).hasURL(Pattern.compile(".*#/c/slack%2Fgeneral.*"));
        assertThat(tab.message("m0")).containsText("Good morning!");
        page.goBack();
        assertThat(page.locator(".row")).hasCount(5);
    }

    @Test
    void theServerFiltersConversationsByPlatformAndName() {
        Page page = tab.open("#/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("slack"))
                .click();
        assertThat(page.locator(".row")).hasCount(2);

        page.getByPlaceholder("Filter by name").fill("GEN");
        assertThat(page).hasURL(Pattern.compile(".*text=GEN$"));
        assertThat(page.getByPlaceholder("Filter by name")).isFocused();
        page.keyboard().type("ER");
        assertThat(page).hasURL(Pattern.compile(".*text=GENER$"));
        page.reload();

        assertThat(page.locator(".row")).hasCount(2);
        page.getByPlaceholder("Filter by name").fill("nothing like it");
        assertThat(page.locator(".empty")).containsText("No conversation matches");
    }

    @Test
    void sessionsOfAConversationAreListedWithThoseOfItsThreads() {
        Page page = tab.open("#/sessions?conversation=slack%2Fgeneral");
        assertThat(page.locator(".row")).hasCount(2);

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Open").setExact(true))
                .click();

        assertThat(page.locator(".row")).hasCount(1);
        page.locator(".row").click();
        assertThat(page.locator(".subject")).containsText("7 messages");
        assertThat(tab.message("m6")).isVisible();
    }

    @Test
    void aMessageShowsWhatBelongsToIt() {
        Page page = tab.open("#/c/slack%2Fgeneral");

        assertThat(page.locator(".line.day")).containsText("Saturday");
        assertThat(tab.message("m0").locator(".reactions")).containsText("🎉");
        assertThat(tab.message("m1").locator(".reply")).containsText("Ada");
        assertThat(tab.message("m2").locator("pre")).hasText("$ mvn verify\nBUILD SUCCESS");
        assertThat(tab.message("m2").locator("a.web")).hasAttribute("href", "https://example.org/a?b=c");
        assertThat(tab.message("m5")).containsText("Deleted");
        Locator call = tab.message("m6").locator("details");
        assertThat(call.locator("pre")).not().isVisible();
        call.locator("summary").click();
        assertThat(call.locator("pre")).containsText("20431");
        assertThat(tab.message("m6").locator(".attachment a")).hasCount(0);
    }

    @Test
    void anEditedMessageShowsItsEarlierVersions() {
        Page page = tab.open("#/c/slack%2Fgeneral");

        assertThat(tab.message("m3")).containsText("I will be on time");
        tab.message("m3").locator(".edited").click();

        assertThat(page.locator(".versions")).containsText("I will be a bit late");
        assertThat(page.locator(".versions")).containsText("I will be on time");
    }

    @Test
    void aThreadOpensBesideItsChannel() {
        Page page = tab.open("#/c/slack%2Fgeneral");
        tab.message("m4").locator(".thread-link").click();

        assertThat(page.locator(".beside .message")).hasCount(2);
        assertThat(page.locator(".pane").first()).containsText("Good morning!");
        page.reload();
        assertThat(page.locator(".beside")).containsText("I can do it");
        page.getByLabel("Close the thread").click();
        assertThat(page.locator(".beside .message")).hasCount(0);
    }

    @Test
    void aDeadLetterIsPublishedAgainOnceThatIsConfirmed() {
        Page page = tab.open("#/dead-letters");
        page.locator(".letter summary").first().click();
        page.getByText("Publish again…").click();

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Publish again").setExact(true))
                .click();

        assertThat(page.locator(".toast")).containsText("Published to chat-messages");
    }

    @Test
    void healthShowsTheTiersAndPlots() {
        Page page = tab.open("#/health");

        assertThat(page.locator(".verdict")).containsText("starting");
        assertThat(page.locator(".card table")).containsText("sqlite");
        assertThat(page.locator(".plot svg polyline").first()).isAttached();
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        assertThat(tab.open("#/what/is/this").locator("main")).containsText("leads nowhere");
        assertThat(tab.open("#/s/01KG9PA9A0W2CFGS1W58A1VVYZ").locator("main")).containsText("Not found");
    }
}
