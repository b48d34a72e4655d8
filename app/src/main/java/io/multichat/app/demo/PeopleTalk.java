package io.multichat.app.demo;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** People in a room: mostly messages, some of them replies, and now and then a reaction, an edit or a delete. */
final class PeopleTalk implements Talk {
    private static final List<String> EMOJI = List.of("👍", "🎉", "❤️", "😂", "👀", "🚀", "🙏", "🤔");
    private static final int REMEMBERED = 20;

    private final Room room;
    private final Random random;
    private final DemoIds ids;
    private final Deque<ChatEvent> recent = new ArrayDeque<>();

    PeopleTalk(Room room, Random random, DemoIds ids) {
        this.room = room;
        this.random = random;
        this.ids = ids;
    }

    @Override
    public ChatEvent next(Instant at) {
        int dice = random.nextInt(100);
        if (recent.isEmpty() || dice < 82) {
            return message(at);
        }
        ChatEvent original = List.copyOf(recent).get(random.nextInt(recent.size()));
        if (dice < 92) {
            return about(original, EventType.REACTION_ADDED, Optional.of(person()), at, emoji());
        }
        if (dice < 98) {
            String text = original.content().text().orElse("") + " (edited)";
            return about(original, EventType.MESSAGE_EDITED, original.sender(), at, Content.ofText(text));
        }
        recent.remove(original);
        return about(original, EventType.MESSAGE_DELETED, Optional.empty(), at, Content.NONE);
    }

    private ChatEvent message(Instant at) {
        String text = room.lines().get(random.nextInt(room.lines().size()));
        Optional<String> replyTo = random.nextInt(5) == 0
                ? Optional.ofNullable(recent.peekLast()).flatMap(ChatEvent::messageId)
                : Optional.empty();
        Content content = Content.of(Optional.of(text), Optional.empty(), replyTo, Optional.empty(), Optional.empty());
        ChatEvent message = new ChatEvent(
                EventType.MESSAGE_CREATED,
                room.conversation(),
                Optional.of(ids.next()),
                Optional.of(person()),
                at.toEpochMilli(),
                OptionalLong.empty(),
                Optional.empty(),
                content);
        recent.addLast(message);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return message;
    }

    private ChatEvent about(ChatEvent original, EventType type, Optional<Sender> sender, Instant at, Content content) {
        return new ChatEvent(
                type,
                room.conversation(),
                original.messageId(),
                sender,
                at.toEpochMilli(),
                OptionalLong.empty(),
                Optional.of(ids.next()),
                content);
    }

    private Content emoji() {
        return Content.of(
                Optional.empty(),
                Optional.of(EMOJI.get(random.nextInt(EMOJI.size()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Sender person() {
        return room.people().get(random.nextInt(room.people().size()));
    }
}
