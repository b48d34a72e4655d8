package io.multichat.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveLog;
import io.multichat.server.security.ApiKey;
import io.multichat.server.security.ApiKeys;
import io.multichat.server.security.KeysFile;
import io.multichat.server.security.Scope;
import io.multichat.server.testing.LiveStream;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live streams whose API key is taken from the file of keys, or loses its scope, while they last. */
class WithdrawnKeyTest {
    private static final LiveLog LOG = new LiveLog(false, 0);
    private static final String KEY = "X-API-Key";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "write"})
    void theStreamEndsWithAReason(String scopeThatIsLeft) throws Exception {
        Path keys = write(line("leaver", Scope.READ));
        try (RunningServer server = server(keys);
                LiveStream stream = LiveStream.open(server, "", null, KEY, "leaver")) {
            CompletableFuture<LiveStream.Block> last = last(stream);

            write(scopeThatIsLeft.isEmpty() ? "" : line("leaver", Scope.parse(scopeThatIsLeft)));
            awaitEnd(server, last);

            assertThat(last.join().name()).isEqualTo("dropped");
            assertThat(last.join().data()).contains("the API key was withdrawn, or may not read any more");
        }
    }

    @Test
    void theStreamsOfOtherKeysContinue() throws Exception {
        Path keys = write(line("leaver", Scope.READ) + line("other", Scope.READ));
        try (RunningServer server = server(keys);
                LiveStream leaver = LiveStream.open(server, "", null, KEY, "leaver");
                LiveStream other = LiveStream.open(server, "", null, KEY, "other")) {
            CompletableFuture<LiveStream.Block> last = last(leaver);

            write(line("other", Scope.READ));
            awaitEnd(server, last);
            Placement place = new Placement(Optional.empty(), StoredChat.START, 1, EventType.MESSAGE_CREATED);
            server.live.publish(LiveEvent.ofTranscript(
                    LOG, 0, StoredChat.GENERAL.key(), place, "{\"text\":\"tea\"}".getBytes(UTF_8)));

            assertThat(other.next().data()).contains("tea");
        }
    }

    private static void awaitEnd(RunningServer server, CompletableFuture<LiveStream.Block> last) {
        try {
            await().until(() -> {
                server.live.heartbeat();
                return last.isDone();
            });
        } catch (ConditionTimeoutException e) {
            // Otherwise the stream could not be closed while it is read.
            server.live.close();
            throw e;
        }
    }

    private static CompletableFuture<LiveStream.Block> last(LiveStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stream.lastBeforeTheEnd();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private RunningServer server(Path keys) {
        Access access = new Access("127.0.0.1", new ApiKeys(List.of(), Optional.of(new KeysFile(keys))));
        return new RunningServer(
                access,
                id -> Optional.empty(),
                List.of(new SqliteSessionReader(StoredChat.of(folder.resolve("chat.db"), "hello"))));
    }

    private Path write(String keys) throws Exception {
        Path changed = Files.writeString(folder.resolve("changed"), keys);
        return Files.move(changed, folder.resolve("keys"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String key, Scope scope) {
        return ApiKey.ofPlain(key, Set.of(scope), key).text() + "\n";
    }
}
