package io.multichat.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String RENEW =
            "docs/configuration.md is stale; renew it with: mvn test -pl app -Dtest=ConfigurationReferenceTest"
                    + " -Dmultichat.docs=renew";

    @Test
    void thePageMatchesTheCode() throws IOException {
        String page = ConfigurationReference.markdown();
        if ("renew".equals(System.getProperty("multichat.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as(RENEW).content().isEqualTo(page);
    }

    @Test
    void everyDefaultIsAValidValue() {
        assertThat(Catalogue.SECTIONS)
                .flatMap(Catalogue.Section::settings)
                .hasSizeGreaterThan(15)
                .allSatisfy(setting -> setting.kind().parse(setting.defaultText()));
    }

    @Test
    void everyVariableIdentifiesItsSetting() {
        assertThat(Catalogue.SECTIONS.stream().map(Catalogue.Section::settings).flatMap(Collection::stream))
                .allSatisfy(setting ->
                        assertThat(Catalogue.ofVariable(setting.variable())).contains(setting));
    }
}
