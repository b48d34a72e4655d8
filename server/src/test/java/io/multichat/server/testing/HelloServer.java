package io.multichat.server.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server without a key for each test, on a database that holds one session with the message "hello". */
public final class HelloServer implements BeforeEachCallback, AfterEachCallback {
    private Path folder;
    private RunningServer server;

    public RunningServer get() {
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("server");
        server = RunningServer.on(StoredChat.of(folder.resolve("chat.db"), "hello"));
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        server.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
