package io.multichat.jobs.export;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.formats.ChatReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.Refusal;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.imports.source.ByteMeter;
import io.multichat.jobs.imports.source.ImportFile;
import io.multichat.jobs.imports.source.OpenSource;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The events that an import finds in files, and an archive of them. */
final class RoundTrip implements EventSink {
    private static final EventDecoder DECODER = new EventDecoder();

    private final List<byte[]> values = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /** Imports a file or a folder. */
    static RoundTrip imported(String format, Path path) throws IOException {
        RoundTrip found = new RoundTrip();
        try (OpenSource source = new ImportFile(path.toString()).source(new ByteMeter());
                ChatReader reader = FormatRegistry.READERS.named(format).open(source, ReadOptions.limitedTo(1 << 20))) {
            reader.read(found);
        }
        return found;
    }

    @Override
    public void event(FileEvent event) {
        values.add(event.value().orElseThrow());
    }

    @Override
    public void refused(Refusal refusal) {
        refused.add(refusal.place() + ": " + refusal.reason());
    }

    @Override
    public void assumed(String sentence) {
        // Nothing to compare.
    }

    List<String> refused() {
        return refused;
    }

    /** The events. */
    List<ChatEvent> events() {
        return values.stream().map(DECODER::decode).toList();
    }

    /** The events as text, sorted. */
    List<String> values() {
        return values.stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    /** What the topology would accept: one event of each identity, described by its type and ids. */
    Map<String, String> identities() {
        Map<String, String> identities = new TreeMap<>();
        for (byte[] value : values) {
            ChatEvent event = DECODER.decode(value);
            identities.putIfAbsent(
                    HexFormat.of().formatHex(EventIdentity.of(event, value)),
                    event.type() + " " + event.conversation().key() + " " + event.messageId() + " " + event.eventId());
        }
        return identities;
    }

    /** Archives the events, with one session for each conversation. */
    void archive(Path folder) {
        Map<String, Long> sentAt = new LinkedHashMap<>();
        Map<String, List<ChatEvent>> messages = new TreeMap<>();
        Set<String> accepted = new TreeSet<>();
        try (ArchivedChat chat = new ArchivedChat(folder)) {
            long order = 0;
            for (byte[] value : values) {
                ChatEvent event = DECODER.decode(value);
                if (!accepted.add(HexFormat.of().formatHex(EventIdentity.of(event, value)))) {
                    continue;
                }
                String id = event.conversation().key() + " " + event.messageId();
                if (event.type() == EventType.MESSAGE_CREATED) {
                    sentAt.put(id, event.at());
                    messages.computeIfAbsent(event.conversation().key(), key -> new ArrayList<>())
                            .add(event);
                }
                long at = event.type().revisesMessage() ? sentAt.get(id) : event.at();
                chat.accepted(event, at, event.order().orElse(order++));
            }
            messages.values().forEach(session -> chat.announced(session(session)));
        }
    }

    private static SessionSnapshot session(List<ChatEvent> messages) {
        long from = messages.stream().mapToLong(ChatEvent::at).min().orElseThrow();
        long to = messages.stream().mapToLong(ChatEvent::at).max().orElseThrow();
        ChatEvent first = messages.stream()
                .filter(message -> message.at() == from)
                .findFirst()
                .orElseThrow();
        return Chat.session(first, Chat.closed(to + 1), Chat.span(from, to), messages.size(), 1);
    }
}
