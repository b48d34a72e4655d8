package io.multichat.jobs.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.events.hash.Sha256;
import io.multichat.events.text.Rfc3339;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.erase.receipt.HeldTopic;
import io.multichat.reading.erase.Person;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a receipt: what was erased where, without anything that was erased. A person's id is there as a salted hash, so that one
 * who knows the id can prove that the receipt is about it.
 */
public final class ErasureReceipt {
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final String APPLIED = "applied";
    private static final List<String> OUTSIDE = List.of(
            "exports, and files that were imported",
            "backups and snapshots of disks, Kafka, Redis and the files of the stores",
            "copies of topics and of Redis on other clusters, and other consumers of the topics",
            "what clients have read and kept, and logs of applications that publish",
            "what other people said about a person, which is not erased");

    private ErasureReceipt() {}

    /** The receipt, not yet signed. */
    static ObjectNode of(ErasureJournal journal, CommandOutcomes outcomes, ObjectNode stores, List<HeldTopic> topics) {
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("erasure", journal.id()).put("version", VERSION);
        receipt.put("requestedAt", Rfc3339.format(journal.at()));
        receipt.put("completedAt", Rfc3339.format(System.currentTimeMillis()));
        journal.request().reason().ifPresent(reason -> receipt.put("reason", reason));
        journal.request().person().ifPresent(person -> receipt.set("person", person(person)));
        outcomes.all()
                .forEach(erasure -> receipt.withArray("commands").add(command(erasure, outcomes.refusal(erasure))));
        receipt.set("stores", stores);
        topics.forEach(topic -> receipt.withArray("topics").add(topic(topic)));
        OUTSIDE.forEach(receipt.withArray("outside")::add);
        return receipt;
    }

    /** True if a sender's id is the one that the receipt is about. */
    static boolean isAbout(ObjectNode receipt, String senderId) {
        JsonNode person = receipt.path("person");
        return person.path("idSha256").asText().equals(hash(person.path("salt").asText(), senderId));
    }

    /** What the applied commands of a receipt cover, by conversation. */
    static Map<Conversation, List<ErasureMarker>> markers(ObjectNode receipt) {
        Map<Conversation, List<ErasureMarker>> markers = new HashMap<>();
        for (JsonNode command : receipt.path("commands")) {
            if (command.path("outcome").asText().equals(APPLIED)) {
                ErasureMarker marker = new ErasureMarker(
                        Optional.ofNullable(command.get("participant"))
                                .map(JsonNode::asText)
                                .map(ParticipantHash::new),
                        command.path("from").longValue(),
                        command.path("until").longValue());
                markers.computeIfAbsent(
                                Conversation.ofKey(command.path("conversation").asText()), key -> new ArrayList<>())
                        .add(marker);
            }
        }
        return markers;
    }

    /** True if every command was applied and no store holds anything that one covers. */
    public static boolean isComplete(ObjectNode receipt) {
        boolean complete = true;
        for (JsonNode command : receipt.path("commands")) {
            complete &= command.path("outcome").asText().equals(APPLIED);
        }
        for (JsonNode store : receipt.path("stores")) {
            for (JsonNode count : store.path("after")) {
                complete &= count.longValue() == 0;
            }
        }
        return complete;
    }

    private static ObjectNode person(Person person) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        person.platform().ifPresent(platform -> json.put("platform", platform));
        return json.put("salt", hex).put("idSha256", hash(hex, person.id()));
    }

    private static ObjectNode command(PlannedErasure erasure, Optional<CommandOutcomes.Refusal> refusal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conversation", erasure.conversation().key());
        erasure.command().session().ifPresent(session -> json.put("session", session.toString()));
        erasure.command().participant().ifPresent(participant -> json.put("participant", participant.hex()));
        json.put("from", erasure.marker().from()).put("until", erasure.marker().until());
        json.put("outcome", refusal.map(CommandOutcomes.Refusal::reason).orElse(APPLIED));
        refusal.ifPresent(why -> json.put("detail", why.detail()));
        return json;
    }

    private static ObjectNode topic(HeldTopic topic) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("topic", topic.topic()).put("contents", topic.contents());
        ObjectNode ends = json.putObject("beforeOffsets");
        topic.ends().forEach((partition, end) -> ends.put(Integer.toString(partition), end));
        if (topic.heldUntil().isPresent()) {
            return json.put("heldUntil", Rfc3339.format(topic.heldUntil().getAsLong()));
        }
        return json.putNull("heldUntil");
    }

    private static String hash(String salt, String senderId) {
        return Sha256.ofBytes((salt + senderId).getBytes(StandardCharsets.UTF_8));
    }
}
