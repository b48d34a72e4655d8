package io.multichat.app.system;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ParticipantHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A chat of many people in which everything that an erasure must remove contains {@link #CANARY}, whatever field it is in: everything
 * that one person wrote in two conversations, and everything that anybody wrote in a third one.
 */
final class CanaryChat {
    static final String CANARY = "canarybird";

    private static final Instant BEGIN = Instant.parse("2020-03-01T12:00:00Z");
    private static final int PEOPLE = 30;
    private static final int SECONDS_APART = 2;
    private static final String PERSON =
            "\"sender\":{\"id\":\"canarybird-id\",\"name\":\"Canarybird\",\"nick\":\"canarybird\"}";
    private static final String CONTENT = "\"text\":\"canarybird %d sings\",\"replyTo\":\"canarybird\","
            + "\"parts\":[{\"type\":\"attachment\",\"url\":\"canarybird\"}],"
            + "\"attributes\":{\"canarybird\":\"canarybird\"},\"unknown\":[\"canarybird\"]";

    /** Conversations in which the person is erased. */
    static final List<Conversation> SHARED =
            List.of(Conversation.of("irc", "#birds"), Conversation.of("slack", "general", "trees"));

    /** A conversation that is deleted. */
    static final Conversation NEST = Conversation.of("irc", "#nest");

    private final List<String> lines = new ArrayList<>();
    private final Random random = new Random(15);

    private CanaryChat() {}

    /** The lines of a chat with this many messages, as {@code import} reads them. */
    static List<String> lines(int messages) {
        CanaryChat chat = new CanaryChat();
        for (int i = 0; i < messages; i++) {
            chat.addMessage(i);
        }
        return chat.lines;
    }

    /** Commands that erase all that has a canary, given a time after all of it and the deleted session. */
    static List<String> commands(Instant now, SessionId nest) {
        List<String> commands = new ArrayList<>();
        for (Conversation conversation : SHARED) {
            String hash = ParticipantHash.of(conversation, "canarybird-id").hex();
            commands.add(event(
                    conversation,
                    "participant.erased",
                    "\"sentAt\":\"" + now + "\",\"attributes\":{\"participant\":\"" + hash + "\"}"));
        }
        commands.add(event(
                NEST, "session.deleted", "\"sentAt\":\"" + now + "\",\"attributes\":{\"session\":\"" + nest + "\"}"));
        return commands;
    }

    private void addMessage(int number) {
        Conversation conversation = SHARED.get(random.nextInt(SHARED.size()));
        String at = "\"sentAt\":\"" + BEGIN.plusSeconds((long) number * SECONDS_APART) + "\",";
        String id = "\"messageId\":\"m" + number + "\",";
        switch (random.nextInt(PEOPLE)) {
            case 0 -> {
                lines.add(event(conversation, "message.created", id + at + PERSON + "," + CONTENT.formatted(number)));
                addRevisions(conversation, number);
            }
            case 1 ->
                lines.add(event(NEST, "message.created", id + at + robin(number) + ",\"text\":\"a canarybird nests\""));
            default ->
                lines.add(event(
                        conversation,
                        "message.created",
                        id + at + robin(number) + ",\"text\":\"robin " + number + "\""));
        }
    }

    /** What the person does to messages of others, and what others do to the person's message. */
    private void addRevisions(Conversation conversation, int number) {
        Instant at = BEGIN.plusSeconds((long) number * SECONDS_APART + 1);
        String own = "\"messageId\":\"m" + number + "\",";
        String sentAt = "\"sentAt\":\"" + at + "\",";
        String editedAt = "\"editedAt\":\"" + at + "\",";
        lines.add(event(conversation, "message.edited", own + editedAt + PERSON + "," + CONTENT.formatted(number)));
        lines.add(event(
                conversation,
                "message.edited",
                own + editedAt + robin(number) + ",\"text\":\"canarybird, says a moderator\""));
        lines.add(event(conversation, "reaction.added", own + sentAt + PERSON + ",\"emoji\":\"canarybird\""));
        lines.add(event(conversation, "participant.joined", sentAt + PERSON));
        lines.add(event(
                conversation,
                "message.edited",
                "\"messageId\":\"never-" + number + "\"," + editedAt + PERSON + "," + CONTENT.formatted(number)));
    }

    private String robin(int number) {
        return "\"sender\":{\"id\":\"robin " + number % PEOPLE + "\",\"name\":\"Robin\"}";
    }

    private static String event(Conversation conversation, String type, String fields) {
        String thread = conversation
                .thread()
                .map(name -> "\"thread\":\"" + name + "\",")
                .orElse("");
        return "{\"type\":\"" + type + "\",\"platform\":\"" + conversation.platform() + "\",\"channel\":\""
                + conversation.channel() + "\"," + thread + fields + "}";
    }
}
