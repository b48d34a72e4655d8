package io.multichat.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys as text, and which of them a client has sent. */
class ApiKeyTest {
    /** SHA-256 of "hello", from another program. */
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @Test
    void aKeyIsReadAsItIsWritten() {
        ApiKey key = ApiKey.parse("reports:write+read:" + HELLO);

        assertThat(key.name()).isEqualTo("reports");
        assertThat(key.scopes()).containsExactly(Scope.READ, Scope.WRITE);
        assertThat(key.text()).isEqualTo("reports:read+write:" + HELLO);
        assertThat(key.toString()).doesNotContain(HELLO);
    }

    @Test
    void aClientSendsTheKeyWhoseHashIsKnown() {
        ApiKeys keys = new ApiKeys(
                List.of(
                        ApiKey.parse("one:read:" + "0".repeat(64)),
                        ApiKey.parse("two:admin:" + HELLO.toUpperCase(Locale.ROOT))),
                Optional.empty());

        assertThat(keys.find("hello").map(ApiKey::name)).contains("two");
        assertThat(keys.find("Hello")).isEmpty();
        assertThat(keys.find(HELLO)).isEmpty();
        assertThat(keys.find("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reports",
                "reports:read",
                "reports::" + HELLO,
                "reports:read+:" + HELLO,
                "reports:READ:" + HELLO,
                "reports:all:" + HELLO,
                ":read:" + HELLO,
                "two words:read:" + HELLO,
                "reports:read:" + HELLO + "0",
                "reports:read:hello"
            })
    void anythingElseIsRefusedWithoutTheHash(String text) {
        assertThatThrownBy(() -> ApiKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(HELLO);
    }
}
