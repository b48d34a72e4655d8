package io.multichat.formats.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.GivenContent;
import io.multichat.events.Sender;
import io.multichat.formats.DateOrder;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import io.multichat.formats.text.TextLines;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One chat while it is read: collects the lines of a message until the next one begins. Used by one thread. */
final class Chat {
    static final String PLATFORM = "whatsapp";

    private static final int MAX_TEXT = TextLines.MAX_BYTES;

    private static final Pattern ATTACHED =
            Pattern.compile("<(?:attached|Anhang|adjunto|pièce jointe|anexo|allegato): (?<name>[^>]{1,255})>");

    /** Android writes the name in front. */
    private static final Pattern FILE_ATTACHED = Pattern.compile("(?<name>\\S.{0,250}) \\(file attached\\)");

    private static final Pattern DELETED =
            Pattern.compile("(?:This message was deleted|You deleted this message|null)\\.?");

    private static final String EDITED = "<This message was edited>";

    private final FoundEvents events;
    private final Conversation conversation;
    private final DateOrder order;
    private final WallClock clock;
    private Optional<Header> header = Optional.empty();
    private EventPlace place = EventPlace.line(1);
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    Chat(FoundEvents events, Conversation conversation, DateOrder order) {
        this.events = events;
        this.conversation = conversation;
        this.order = order;
        this.clock = new WallClock(events);
    }

    /** Reads one line. */
    void read(TextLines.Line line) {
        Optional<Header> next = Header.of(line.text());
        if (next.isPresent()) {
            end();
            header = next;
            place = EventPlace.line(line.number());
            text.append(next.get().body());
        } else if (header.isPresent()) {
            text.append('\n').append(line.text());
        } else if (!line.text().isBlank()) {
            events.refused(EventPlace.line(line.number()), "the line belongs to no message");
        }
        tooLong |= line.tooLong() || text.length() > MAX_TEXT;
        if (tooLong) {
            text.setLength(0);
        }
    }

    /** Passes on the last message. */
    void end() {
        if (tooLong) {
            events.refused(place, "the message is longer than " + MAX_TEXT + " bytes");
        } else {
            header.ifPresent(begin -> events.at(place, () -> pass(begin)));
        }
        header = Optional.empty();
        text.setLength(0);
        tooLong = false;
    }

    private void pass(Header begin) {
        Body body = Body.of(withoutLastBreaks());
        if (body.text().isEmpty() && body.name().isEmpty()) {
            throw new RefusedException("the line has a time but neither sender nor text");
        }
        Sender sender = body.name().map(FoundMessage::named).orElseGet(FoundMessage::system);
        FoundMessage message =
                new FoundMessage(conversation, Optional.empty(), sender, clock.millis(begin.in(order)), content(body));
        switch (body.kind()) {
            case JOINED -> events.participant(place, EventType.PARTICIPANT_JOINED, message);
            case LEFT -> events.participant(place, EventType.PARTICIPANT_LEFT, message);
            default -> events.message(place, message);
        }
    }

    /** Files end with line breaks that are not part of the last message. */
    private String withoutLastBreaks() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static Content content(Body body) {
        if (body.kind() != Body.Kind.MESSAGE) {
            return FoundMessage.text(body.text());
        }
        boolean edited = body.text().endsWith(EDITED);
        String text = edited ? withoutEdited(body.text()) : body.text();
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        ObjectNode extras = attributes.putObject(PLATFORM);
        if (edited) {
            extras.put("edited", true);
        }
        if (DELETED.matcher(text).matches()) {
            extras.put("deleted", true);
        }
        return new GivenContent(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                attachments(text),
                extras.isEmpty() ? Optional.empty() : Optional.of(attributes));
    }

    private static String withoutEdited(String text) {
        String before = text.substring(0, text.length() - EDITED.length());
        return (before.endsWith("\u200E") ? before.substring(0, before.length() - 1) : before).stripTrailing();
    }

    private static Optional<ArrayNode> attachments(String text) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        Matcher attached = ATTACHED.matcher(text);
        while (attached.find()) {
            parts.addObject().put("type", "attachment").put("name", Header.withoutMarks(attached.group("name")));
        }
        Matcher file = FILE_ATTACHED.matcher(text.lines().findFirst().orElse(""));
        if (file.matches()) {
            parts.addObject().put("type", "attachment").put("name", Header.withoutMarks(file.group("name")));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }
}
