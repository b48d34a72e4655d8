package io.multichat.formats.irc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.text.TextLines;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One log while it is read. */
final class IrcLog {
    private static final String PLATFORM = "irc";

    /** mIRC says below the beginning of a session where it is. */
    private static final Pattern SESSION_OF = Pattern.compile("Session Ident: .*");

    private final FoundEvents events;
    private final IrcName name;
    private final IrcClock clock;

    IrcLog(ChatFile file, FoundEvents events) {
        this.events = events;
        this.name = IrcName.of(file.path());
        this.clock = new IrcClock(events, name.date());
    }

    /** Reads one line. Blank lines and lines that only announce a date yield no event. */
    void read(TextLines.Line line) {
        EventPlace place = EventPlace.line(line.number());
        if (line.tooLong()) {
            events.refused(place, "the line is longer than " + TextLines.MAX_BYTES + " bytes");
        } else if (!line.text().isBlank()) {
            events.at(place, () -> read(place, line.text()));
        }
    }

    private void read(EventPlace place, String line) {
        if (clock.announced(line) || SESSION_OF.matcher(line).matches()) {
            return;
        }
        IrcStamp stamp =
                IrcStamp.of(line).orElseThrow(() -> new RefusedException("the line does not begin with a time"));
        if (clock.announced(stamp.body())) {
            return;
        }
        IrcBody body = IrcBody.of(stamp.body()).orElseThrow(() -> new RefusedException("not a line of an IRC log"));
        FoundMessage message = new FoundMessage(
                conversation(stamp),
                Optional.empty(),
                sender(body),
                clock.millis(stamp),
                FoundMessage.text(body.text(), attributes(body)));
        switch (body.kind()) {
            case JOINED -> events.participant(place, EventType.PARTICIPANT_JOINED, message);
            case LEFT -> events.participant(place, EventType.PARTICIPANT_LEFT, message);
            default -> events.message(place, message);
        }
    }

    private Conversation conversation(IrcStamp stamp) {
        String channel = events.options().channel().or(stamp::channel).orElseGet(this::fromName);
        return Conversation.of(PLATFORM, events.options().inWorkspace(channel));
    }

    private String fromName() {
        String channel = name.channel()
                .orElseThrow(() ->
                        new RefusedException("no channel: the name of the file has none; give it with --channel"));
        events.assumed("Channels are taken from the names of files; --channel says otherwise.");
        return channel;
    }

    private static Sender sender(IrcBody body) {
        boolean system = body.kind() == IrcBody.Kind.NOTICE || body.kind() == IrcBody.Kind.RENAMED;
        return body.nick()
                .map(nick -> new Sender(nick, Optional.of(nick), system ? Sender.Role.SYSTEM : Sender.Role.USER))
                .orElseGet(FoundMessage::system);
    }

    private static Optional<ObjectNode> attributes(IrcBody body) {
        if (body.kind() == IrcBody.Kind.MESSAGE) {
            return Optional.empty();
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.putObject(PLATFORM).put("kind", body.kind().name().toLowerCase(Locale.ROOT));
        return Optional.of(attributes);
    }
}
