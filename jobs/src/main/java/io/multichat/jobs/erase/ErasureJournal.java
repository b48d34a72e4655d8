package io.multichat.jobs.erase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An erasure that is not finished, in JSON Lines: the request, what the stores held before, and each command before it is published. It
 * names the person, so it is removed when the receipt is stored. Used by one thread.
 *
 * @param folder where it is
 * @param id of the erasure
 * @param at when the erasure was requested, UTC milliseconds
 * @param request what is erased
 */
record ErasureJournal(ReceiptFolder folder, String id, long at, ErasureRequest request) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int RANDOM_CHARACTERS = 8;
    private static final String BEFORE = "before";

    /** Starts the journal of a new erasure. */
    static ErasureJournal begin(ReceiptFolder folder, ErasureRequest request, long at) {
        String random = UUID.randomUUID().toString().substring(0, RANDOM_CHARACTERS);
        String id = TIME.format(Instant.ofEpochMilli(at)) + "-" + random;
        ObjectNode line = JSON.createObjectNode().put("at", at);
        request.reason().ifPresent(reason -> line.put("reason", reason));
        request.person().ifPresent(person -> {
            line.put("person", person.id());
            person.platform().ifPresent(platform -> line.put("platform", platform));
        });
        request.sessions().forEach(session -> line.withArray("sessions").add(session.toString()));
        folder.beginJournal(id, line.toString());
        return new ErasureJournal(folder, id, at, request);
    }

    /**
     * The journal of an erasure that was interrupted.
     *
     * @throws ErasureException if there is none
     */
    static ErasureJournal open(ReceiptFolder folder, String id) {
        if (!folder.unfinished().contains(id)) {
            throw new ErasureException("there is no unfinished erasure " + id + "; `multichat erase list` lists them");
        }
        JsonNode line = lines(folder, id).stream()
                .filter(each -> each.has("at"))
                .findFirst()
                .orElseThrow(() -> new ErasureException("the journal of the erasure " + id
                        + " is damaged; remove it and repeat the erasure, which is safe"));
        List<SessionId> sessions = new ArrayList<>();
        line.path("sessions").forEach(session -> sessions.add(SessionId.parse(session.asText())));
        Optional<Person> person = text(line, "person").map(name -> new Person(text(line, "platform"), name));
        return new ErasureJournal(
                folder, id, line.path("at").longValue(), new ErasureRequest(person, sessions, text(line, "reason")));
    }

    /** The commands that were noted. */
    List<PlannedErasure> planned() {
        return lines(folder, id).stream()
                .filter(line -> line.has("conversation"))
                .map(ErasureJournal::planned)
                .toList();
    }

    /** What the stores held before the first command; empty if that was not noted. */
    Optional<ObjectNode> before() {
        return lines(folder, id).stream()
                .filter(line -> line.has(BEFORE))
                .map(line -> (ObjectNode) line.path(BEFORE))
                .findFirst();
    }

    /** Notes what the stores hold before the first command. */
    void noteBefore(ObjectNode stores) {
        folder.appendJournal(
                id, List.of(JSON.createObjectNode().set(BEFORE, stores).toString()));
    }

    /** Notes commands, before they are published. */
    void notePlanned(List<PlannedErasure> erasures) {
        if (erasures.isEmpty()) {
            return;
        }
        folder.appendJournal(id, erasures.stream().map(ErasureJournal::line).toList());
    }

    private static String line(PlannedErasure erasure) {
        ObjectNode line = JSON.createObjectNode();
        line.put("conversation", erasure.conversation().key());
        erasure.command().session().ifPresent(session -> line.put("session", session.toString()));
        erasure.command().participant().ifPresent(participant -> line.put("participant", participant.hex()));
        erasure.hold().ifPresent(hold -> line.put("hold", hold));
        line.put("from", erasure.marker().from()).put("until", erasure.marker().until());
        return line.put("messages", erasure.counts().messages())
                .put("revisions", erasure.counts().revisions())
                .put("events", erasure.counts().events())
                .toString();
    }

    private static PlannedErasure planned(JsonNode line) {
        Optional<ParticipantHash> participant = text(line, "participant").map(ParticipantHash::new);
        return new PlannedErasure(
                Conversation.ofKey(line.path("conversation").asText()),
                participant
                        .map(ErasureCommand::ofParticipant)
                        .orElseGet(() -> ErasureCommand.ofSession(
                                SessionId.parse(line.path("session").asText()))),
                new ErasureMarker(
                        participant,
                        line.path("from").longValue(),
                        line.path("until").longValue()),
                new EntryCounts(
                        line.path("messages").longValue(),
                        line.path("revisions").longValue(),
                        line.path("events").longValue()),
                text(line, "hold"));
    }

    private static List<JsonNode> lines(ReceiptFolder folder, String id) {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : folder.journal(id)) {
            try {
                lines.add(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                // A crash cut the line before anything that it notes was done.
            }
        }
        return lines;
    }

    private static Optional<String> text(JsonNode line, String name) {
        return Optional.ofNullable(line.get(name)).map(JsonNode::asText);
    }
}
