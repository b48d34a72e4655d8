package io.multichat.formats.signal;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.WallClock;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.LineMessages;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chat of Signal as text: {@code [2026-01-31, 12:00] Ada: hi}. */
public final class SignalFormat implements FileFormat {
    private static final String NAME = "signal";

    private static final Pattern MESSAGE =
            Pattern.compile("\\[(\\d{4}-\\d{2}-\\d{2}), (\\d{2}:\\d{2})] ([^:]{1,200}): ?(.*)", Pattern.DOTALL);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.lines().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> MESSAGE.matcher(line).matches())
                .isPresent();
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<Conversation> conversation = FileChannel.conversation(NAME, file, events);
        if (conversation.isEmpty()) {
            return;
        }
        WallClock clock = new WallClock(events);
        LineMessages.read(file, events, (place, line, messages) -> {
            Matcher message = MESSAGE.matcher(line);
            if (message.matches()) {
                messages.begin(
                        place,
                        message.group(4),
                        text -> events.message(place, found(conversation.get(), clock, message, text)));
            } else {
                messages.add(line);
            }
        });
    }

    private static FoundMessage found(Conversation conversation, WallClock clock, Matcher message, String text) {
        return new FoundMessage(
                conversation,
                Optional.empty(),
                FoundMessage.named(message.group(3)),
                clock.millis(LocalDateTime.parse(message.group(1) + "T" + message.group(2))),
                FoundMessage.text(text));
    }
}
