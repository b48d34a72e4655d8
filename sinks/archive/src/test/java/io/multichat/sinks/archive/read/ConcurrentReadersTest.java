package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads ask one reader while a task writes the archive and compactions replace its files. */
class ConcurrentReadersTest {
    private static final int THREADS = 4;
    private static final int COMMITS = 40;
    private static final PageRequest ALL =
            new PageRequest(Optional.empty(), PageRequest.MAX_LIMIT, PageRequest.Direction.FORWARD);

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private final AtomicBoolean written = new AtomicBoolean();

    @Test
    void everyAnswerHasAllMessagesThatWereArchivedBefore() throws Exception {
        TestArchive archive = new TestArchive(folder.resolve("archive")).set("archive.commit.records", "1");
        ArchiveSessionReader reader = new ArchiveSessionReader(archive.root);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < THREADS; i++) {
                answers.add(threads.submit(() -> ask(reader)));
            }
            write(archive);
        } finally {
            written.set(true);
            threads.shutdown();
        }

        for (Future<Integer> last : answers) {
            assertThat(last.get()).isEqualTo(COMMITS);
        }
    }

    private void write(TestArchive archive) throws Exception {
        Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(Chat.NOON, "m0-0", 1));
        Worker worker = archive.worker().assignAll();
        for (int i = 0; i < COMMITS; i++) {
            Chat.message(archive, TestArchive.TRANSCRIPT, Chat.NOON + i, "text " + i);
            worker.poll(1);
            if (i % 8 == 7) {
                new ArchiveCompactor(archive.root, Duration.ofHours(1)).run();
            }
        }
        worker.stop();
    }

    /** Asks until everything is written; returns the number of messages in the last answer. */
    private int ask(ArchiveSessionReader reader) {
        int messages = 0;
        boolean last;
        do {
            last = written.get();
            int now = messages(reader);
            assertThat(now).isGreaterThanOrEqualTo(messages);
            messages = now;
        } while (!last);
        return messages;
    }

    private static int messages(ArchiveSessionReader reader) {
        List<SessionSnapshot> sessions = reader.sessions(SessionFilter.ALL, Optional.empty(), 10)
                .map(SessionPage::sessions)
                .orElse(List.of());
        if (sessions.isEmpty()) {
            return 0;
        }
        assertThat(reader.session(sessions.get(0).sessionId())).contains(sessions.get(0));
        List<StoredMessage> messages = reader.messages(sessions.get(0), ALL)
                .map(page -> page.messages())
                .orElse(List.of());
        assertThat(messages)
                .extracting(message -> message.position().messageId())
                .doesNotHaveDuplicates();
        return messages.size();
    }
}
