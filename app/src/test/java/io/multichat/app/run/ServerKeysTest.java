package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.settings.NewApiKey;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.server.http.QueryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API keys that the settings of a server name. */
class ServerKeysTest {
    @TempDir
    private Path folder;

    @Test
    void keysOfAllThreeSettingsAreAcceptedAndThoseOfTheFileRotate() throws Exception {
        NewApiKey listed = NewApiKey.generate("listed", List.of("read"));
        NewApiKey first = NewApiKey.generate("first", List.of("read"));
        NewApiKey second = NewApiKey.generate("second", List.of("read"));
        Path file = Files.writeString(folder.resolve("keys"), first.configuration() + "\n");
        Settings settings =
                settings("http.api.key=plain", "http.api.keys=" + listed.configuration(), "http.api.keys.file=" + file);
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = start(parts, settings);

            assertThat(List.of(status(server, "plain"), status(server, listed.key()), status(server, first.key())))
                    .containsOnly(404);
            assertThat(status(server, second.key())).isEqualTo(401);
            Files.writeString(file, second.configuration() + "\n");
            assertThat(status(server, second.key())).isEqualTo(404);
            assertThat(status(server, first.key())).isEqualTo(401);
        }
    }

    @Test
    void aMissingFileOfKeysIsAProblemOfTheSettings() {
        Settings settings = settings("http.api.keys.file=" + folder.resolve("missing"));

        assertThatThrownBy(() -> ServerSettings.apiKeys(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http.api.keys.file")
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', http.api.key=plain",
        "http.advertised.url=http://a:8080, '', ''",
        "http.advertised.url=http://a:8080, http.api.keys.file=keys, http.api.key=plain",
        "'', http.api.keys.file=keys, ''",
    })
    void instancesThatHaveAKeyToSendOrNeedNoneMayStart(String advertised, String keys, String key) {
        String[] given = Stream.of(advertised, keys, key)
                .filter(assignment -> !assignment.isEmpty())
                .toArray(String[]::new);

        assertThatCode(() -> ServerSettings.requireKeyOfInstances(settings(given)))
                .doesNotThrowAnyException();
    }

    private QueryServer start(ClosingStack parts, Settings settings) {
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        return new QueryServerStart(LateParts.create(parts, settings), new Readiness(), stores, settings)
                .start(parts, 0);
    }

    private static Settings settings(String... assignments) {
        return Settings.load(Optional.empty(), Map.of(), List.of(assignments));
    }

    /** 404 if the key is accepted: the path does not exist. */
    private static int status(QueryServer server, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/v1/nothing"))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
