package io.multichat.formats.kakaotalk;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.text.CsvRows;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes on the messages and notices of one chat. */
final class KakaoMessages {
    /** The name under which the program writes notices into CSV. */
    private static final String SYSTEM = "시스템";

    private static final Pattern JOINED =
            Pattern.compile("(?<who>.+?)(?:님이 들어왔습니다\\.?| joined (?:this|the) chat ?room\\.?)");

    private static final Pattern LEFT =
            Pattern.compile("(?<who>.+?)(?:님이 나갔습니다\\.?| left (?:this|the) chat ?room\\.?)");

    private final ChatFile file;
    private final FoundEvents events;
    private final WallClock clock;
    private Optional<String> title = Optional.empty();

    KakaoMessages(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
        this.clock = new WallClock(events);
    }

    /** Names the chat if the user did not; without a title, the file does. */
    void title(String name) {
        title = Optional.of(name);
    }

    /** Passes on a row of CSV: time, name and text. */
    void row(EventPlace place, Optional<List<String>> row) {
        List<String> fields = row.orElseThrow(
                () -> new RefusedException("the row is longer than " + CsvRows.MAX_CHARS + " characters"));
        if (fields.size() < 3) {
            throw new RefusedException("the row has fewer than three fields");
        }
        LocalDateTime time = LocalDateTime.parse(fields.get(0).strip().replace(' ', 'T'));
        Optional<String> name = Optional.of(fields.get(1)).filter(user -> !user.equals(SYSTEM));
        pass(place, time, name, fields.get(2));
    }

    /** @param name who wrote the text; empty for a notice */
    void pass(EventPlace place, LocalDateTime time, Optional<String> name, String text) {
        Matcher joined = JOINED.matcher(text);
        Matcher left = LEFT.matcher(text);
        if (name.isPresent()) {
            events.message(place, found(FoundMessage.named(name.get()), time, text));
        } else if (joined.matches()) {
            Sender who = FoundMessage.named(joined.group("who"));
            events.participant(place, EventType.PARTICIPANT_JOINED, found(who, time, text));
        } else if (left.matches()) {
            Sender who = FoundMessage.named(left.group("who"));
            events.participant(place, EventType.PARTICIPANT_LEFT, found(who, time, text));
        } else {
            events.message(place, found(FoundMessage.system(), time, text));
        }
    }

    private FoundMessage found(Sender sender, LocalDateTime time, String text) {
        String channel = events.options().channel().or(() -> title).orElseGet(() -> FileChannel.of(file, events));
        return new FoundMessage(
                Conversation.of(KakaoTalkFormat.NAME, channel),
                Optional.empty(),
                sender,
                clock.millis(time),
                FoundMessage.text(text));
    }
}
