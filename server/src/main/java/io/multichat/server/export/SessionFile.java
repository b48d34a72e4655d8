package io.multichat.server.export;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.versions.ShownMessage;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import io.multichat.formats.write.WriteOptions;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.details.Reaction;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.tiers.PageDetails;
import io.multichat.server.tiers.PatientTiers;
import io.multichat.server.tiers.TiersUnavailableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes one session to a file. The tiers hold which reactions stand, and not when they were made: each is written as an event at the
 * time of its message.
 */
record SessionFile(PatientTiers tiers, SessionSnapshot session, ExportFormat format) {
    private static final EventEncoder ENCODER = new EventEncoder();

    /**
     * Writes the whole session.
     *
     * @throws TiersUnavailableException when the stores do not hold all messages, or no longer
     */
    void write(Path file) throws IOException {
        FileStart start = new FileStart(
                WriteOptions.DEFAULTS,
                Optional.empty(),
                session.sessionId().toString(),
                1,
                file.toAbsolutePath().getParent());
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file));
                SessionWriter writer = format.open(output, start)) {
            writer.session(new ExportedSession(session, session.counts().messages(), 1));
            writer.complete(writeMessages(writer));
        }
    }

    private FileCounts writeMessages(SessionWriter writer) throws IOException {
        FileCounts counts = FileCounts.NONE.withSession();
        PageRequest request = new PageRequest(Optional.empty(), PageRequest.MAX_LIMIT, PageRequest.Direction.FORWARD);
        for (boolean more = true; more; ) {
            MessagePage page = page(request);
            PageDetails details = tiers.details(ReadDemand.NONE, session.conversation(), page.messages(), false);
            Map<String, List<Reaction>> reactions = details.reactions().orElse(Map.of());
            for (StoredMessage stored : page.messages()) {
                String id = stored.position().messageId();
                ExportedMessage message = new ExportedMessage(
                        stored.position(),
                        new ShownMessage(stored.event(), stored.deleted()),
                        List.of(),
                        events(stored, reactions.getOrDefault(id, List.of())));
                writer.message(message);
                counts = counts.with(message);
                request = new PageRequest(Optional.of(stored.position()), request.limit(), request.direction());
            }
            more = page.more() && !page.messages().isEmpty();
        }
        return counts;
    }

    private MessagePage page(PageRequest request) {
        return tiers.ask(ReadDemand.NONE, able -> able.messages().page(session.sessionId(), request))
                .orElseThrow(() -> new TiersUnavailableException("the session is being deleted", null))
                .value();
    }

    private List<ExportedEvent> events(StoredMessage message, List<Reaction> reactions) {
        List<ExportedEvent> events = new ArrayList<>();
        for (Reaction reaction : reactions) {
            reaction.senders().forEach(sender -> events.add(event(message, reaction.emoji(), sender)));
        }
        return events;
    }

    private ExportedEvent event(StoredMessage message, String emoji, Sender sender) {
        long at = message.position().sentAt();
        ChatEvent added = new ChatEvent(
                EventType.REACTION_ADDED,
                session.conversation(),
                Optional.of(message.position().messageId()),
                Optional.of(sender),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                Content.of(Optional.empty(), Optional.of(emoji), Optional.empty(), Optional.empty(), Optional.empty()));
        return new ExportedEvent(at, message.position().order(), ENCODER.encode(added));
    }
}
