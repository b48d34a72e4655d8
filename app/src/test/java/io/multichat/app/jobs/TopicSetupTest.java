package io.multichat.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.testing.TestBroker;
import io.multichat.jobs.topics.TopicReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {
    private static final List<String> OUTPUTS = List.of("chat-transcript", "chat-sessions", "chat-dead-letters");

    @TempDir
    Path folder;

    // A new broker for each test, since a broker still lists removed topics for a while.
    private TestBroker broker;

    @BeforeEach
    void startBroker() throws IOException {
        broker = TestBroker.start(folder);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void missingTopicsAreCreatedWithSettingsThatKeepOldChat() throws Exception {
        TopicReport report = broker.topics("input.topics=slack,irc", "retention.input=forever", "partitions=3")
                .run()
                .requireUsable();

        assertThat(report.created())
                .containsAll(OUTPUTS)
                .contains("slack", "irc")
                .hasSize(6);
        assertThat(broker.config("slack"))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", "-1")
                .containsEntry("max.message.bytes", Integer.toString((1 << 20) + (128 << 10)));
        assertThat(broker.config("chat-transcript")).containsEntry("retention.ms", "2592000000");
        assertThat(broker.config("chat-sessions")).containsEntry("cleanup.policy", "compact");
        try (Admin admin = broker.kafka().admin()) {
            assertThat(admin.describeTopics(List.of("irc", "chat-sessions"))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void topicsThatMatchThePlanAreLeftAloneWithoutWarnings() {
        broker.topics().run();

        TopicReport report = broker.topics().run().requireUsable();

        assertThat(report.created()).isEmpty();
        assertThat(report.existing()).containsAll(OUTPUTS);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aDifferentNumberOfPartitionsIsAnErrorForOutputsButNotForInputs() throws Exception {
        broker.create(new NewTopic("chat-messages", 7, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1")));
        broker.topics("partitions=2").run();

        TopicReport report = broker.topics("partitions=4").run();

        assertThat(report.errors())
                .hasSize(3)
                .anyMatch(error -> error.contains("chat-transcript has 2 partitions, but the setting partitions is 4"));
        assertThat(report.warnings()).isEmpty();
        assertThatThrownBy(report::requireUsable).hasMessageContaining("set partitions=2");
    }

    @Test
    void settingsThatLoseRecordsAreReportedWithARemedy() throws Exception {
        broker.create(
                new NewTopic("chat-messages", 4, (short) 1)
                        .configs(Map.of("message.timestamp.type", "CreateTime", "retention.bytes", "1000000")),
                new NewTopic("chat-sessions", 4, (short) 1).configs(Map.of("cleanup.policy", "delete")),
                new NewTopic("chat-transcript", 4, (short) 1)
                        .configs(Map.of(
                                "message.timestamp.type", "LogAppendTime",
                                "cleanup.policy", "compact",
                                "max.message.bytes", "1000",
                                "retention.ms", "60000")));

        TopicReport report = broker.topics().run();

        assertThat(report.warnings())
                .anyMatch(line -> line.contains("chat-messages")
                        && line.contains("--add-config message.timestamp.type=LogAppendTime"))
                .anyMatch(line -> line.contains("chat-messages") && line.contains("--add-config retention.bytes=-1"))
                .anyMatch(
                        line -> line.contains("chat-sessions") && line.contains("--add-config cleanup.policy=compact"))
                .anyMatch(
                        line -> line.contains("chat-transcript") && line.contains("--add-config cleanup.policy=delete"))
                .anyMatch(line -> line.contains("chat-transcript") && line.contains("--add-config retention.ms="))
                .hasSize(5);
        assertThat(report.errors())
                .singleElement()
                .asString()
                .contains("chat-transcript", "--add-config max.message.bytes=");
    }

    @Test
    void anInputWithMorePartitionsThanTheStateIsAnError() throws Exception {
        broker.create(
                new NewTopic("chat-messages", 8, (short) 1), new NewTopic("multichat-state-changelog", 4, (short) 1));

        TopicReport report = broker.topics().run();

        assertThat(report.errors())
                .singleElement()
                .asString()
                .contains("chat-messages has 8 partitions", "the state was created for 4");
    }
}
