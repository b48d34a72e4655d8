package io.multichat.formats.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that a reader found in a source. */
public final class Reading implements EventSink {
    private static final int MAX_EVENT_BYTES = 1 << 20;

    private final EventDecoder decoder = new EventDecoder();
    private final List<ChatEvent> events = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<String> assumed = new LinkedHashSet<>();

    /** Reads a source without options. */
    public static Reading of(ChatFormat format, ChatSource source) {
        return of(format, source, ReadOptions.limitedTo(MAX_EVENT_BYTES));
    }

    /** Reads a source. */
    public static Reading of(ChatFormat format, ChatSource source, ReadOptions options) {
        Reading reading = new Reading();
        try (ChatReader reader = format.open(source, options)) {
            reader.read(reading);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void event(FileEvent event) {
        events.add(decoder.decode(event.value().orElseThrow()));
    }

    @Override
    public void refused(Refusal refusal) {
        refused.add(refusal);
    }

    @Override
    public void assumed(String sentence) {
        assumed.add(sentence);
    }

    /** The events, in the order in which they were found. */
    public List<ChatEvent> events() {
        return events;
    }

    /** Each refusal as place and reason: {@code line 3: no time}. */
    public List<String> refusals() {
        return refused.stream().map(each -> each.place() + ": " + each.reason()).toList();
    }

    /** What was assumed, each sentence once. */
    public Set<String> assumptions() {
        return assumed;
    }

    /** Each event as type (unless it is a message), time, sender, role (unless it is a user) and text, for comparison. */
    public List<String> lines() {
        return events.stream().map(Reading::line).toList();
    }

    private static String line(ChatEvent event) {
        String type =
                event.type() == EventType.MESSAGE_CREATED ? "" : event.type().wireName() + " ";
        String sender = event.sender()
                .map(by -> by.id()
                        + (by.role() == Sender.Role.USER ? "" : " (" + by.role().wireName() + ")"))
                .orElse("-");
        return type + Rfc3339.format(event.at()) + " " + sender + ": "
                + event.content().text().orElse("");
    }
}
