package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.versions.Revision;
import io.multichat.reading.details.MessageDetails;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.Versions;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqliteDetailsTest {
    private static final List<MessagePosition> BOTH =
            List.of(new MessagePosition(10, 0, "m1"), new MessagePosition(20, 1, "m2"));

    private final StoreFile file = new StoreFile();
    private final RunningTask task = RunningTask.on(file.path());
    private final SqliteSessionReader reader = new SqliteSessionReader(file.path());

    @AfterEach
    void remove() {
        reader.close();
        task.close();
        file.close();
    }

    @Test
    void reactionsAreThoseOfTheRequestedMessages() {
        task.put(
                Chat.reaction(0, "m1", 12, "+1"),
                Chat.created(1, "m1", 10, "one"),
                Chat.created(2, "m2", 20, "two"),
                Chat.reaction(3, "m3", 31, "+1"));

        assertThat(details().reactions(Chat.GENERAL, BOTH))
                .contains(Map.of("m1", List.of(new Reaction("+1", 1, List.of(Sender.user("bob"))))));
    }

    @Test
    void versionsAreTheCreationAndEveryEditAndDeleteOldestFirst() {
        task.put(
                Chat.edited(0, "m1", 10, 14, "second edit"),
                Chat.created(1, "m1", 10, "created"),
                Chat.edited(2, "m1", 10, 12, "first edit"),
                Chat.deleted(3, "m1", 10, 13),
                Chat.created(4, "m2", 20, "untouched"));

        Map<String, Versions> versions = details().versions(Chat.GENERAL, BOTH).orElseThrow();

        assertThat(versions.keySet()).containsExactlyInAnyOrder("m1", "m2");
        assertThat(versions.get("m1").versions()).extracting(Revision::at).containsExactly(0L, 12L, 14L, 13L);
        assertThat(versions.get("m1").complete()).isTrue();
        assertThat(versions.get("m2").versions())
                .extracting(version -> new String(version.value(), StandardCharsets.UTF_8))
                .singleElement()
                .asString()
                .contains("untouched");
    }

    @Test
    void aFileThatDoesNotKnowTheConversationDoesNotAnswer() {
        assertThat(details().reactions(Chat.GENERAL, BOTH)).isEqualTo(Optional.empty());
        assertThat(details().versions(Chat.GENERAL, BOTH)).isEqualTo(Optional.empty());
    }

    /** Another store may hold the message that this one lacks, with its reactions and versions. */
    @Test
    void aFileThatLacksOneOfTheMessagesDoesNotAnswer() {
        task.put(Chat.created(0, "m1", 10, "one"), Chat.reaction(1, "m1", 12, "+1"));

        assertThat(details().reactions(Chat.GENERAL, BOTH)).isEqualTo(Optional.empty());
        assertThat(details().versions(Chat.GENERAL, BOTH)).isEqualTo(Optional.empty());
    }

    private MessageDetails details() {
        return reader.details().orElseThrow();
    }
}
