package io.multichat.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.topology.settings.Names;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicWatchTest {
    @TempDir
    Path folder;

    private TestBroker broker;
    private Admin admin;
    private final AtomicReference<List<Path>> missing = new AtomicReference<>(List.of());

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics().run().requireUsable();
        admin = broker.kafka().admin();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void topicsThatNobodyTouchedAreNoProblem() {
        try (TopicWatch watch = watch()) {
            assertThat(watch.problems()).isEmpty();
            assertThat(watch.incomplete()).isEmpty();
        }
    }

    @Test
    void addedPartitionsAreNamed() throws Exception {
        try (TopicWatch watch = watch()) {
            admin.createPartitions(Map.of(
                            "chat-messages", NewPartitions.increaseTo(6), Topics.SESSIONS, NewPartitions.increaseTo(5)))
                    .all()
                    .get();

            assertNamed(watch::problems, "chat-messages now has 6 partitions");
            assertNamed(watch::problems, "chat-sessions has 5 partitions, but the setting partitions is 4");
        }
    }

    @Test
    void partitionsBeyondThoseOfTheStateAreNamedWithTheState() throws Exception {
        String changelog = Names.changelogTopic("multichat", Names.STATE);
        admin.createTopics(List.of(new NewTopic(changelog, 4, (short) 1))).all().get();
        try (TopicWatch watch = watch()) {
            admin.createPartitions(Map.of("chat-messages", NewPartitions.increaseTo(6)))
                    .all()
                    .get();

            assertNamed(watch::problems, "chat-messages has 6 partitions, but the state was created for 4");
        }
    }

    @Test
    void aDeletedTopicIsNamedAlsoWhenItWasCreatedAgain() throws Exception {
        try (TopicWatch watch = watch()) {
            admin.deleteTopics(List.of(Topics.TRANSCRIPT)).all().get();

            assertNamed(watch::problems, "chat-transcript was deleted; restart");
            broker.topics().run();
            assertNamed(watch::problems, "chat-transcript was deleted and created again");
        }
    }

    @Test
    void filesThatAStoreLacksAreNamedUntilTheyAreThereAgain() {
        missing.set(List.of(Path.of("one"), Path.of("two")));
        try (TopicWatch watch = watch()) {
            assertThat(watch.incomplete())
                    .singleElement()
                    .asString()
                    .contains("sqlite is incomplete: 2 files were deleted or cut", "the first of them one", "backup");

            missing.set(List.of());
            await().until(() -> watch.incomplete().isEmpty());
        }
    }

    private TopicWatch watch() {
        WatchedStore store =
                new WatchedStore("sqlite", Path.of("a folder", "sessions.db"), true, Map::of, missing::get);
        return TopicWatch.start(broker.kafka(), List.of(store), folder.resolve("lacked"));
    }

    private static void assertNamed(Supplier<List<String>> lines, String text) {
        await().untilAsserted(() -> assertThat(lines.get()).anyMatch(line -> line.contains(text)));
    }
}
