package io.multichat.jobs.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.receipt.ReceiptSignature;
import io.multichat.jobs.erase.receipt.SigningKey;
import io.multichat.jobs.erase.scan.ByteSearch;
import io.multichat.jobs.erase.scan.CoveredEvents;
import io.multichat.jobs.erase.scan.FoundBytes;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.erase.EntryCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a receipt: its signature, that no store holds anything that its commands cover, and that no file contains texts which the user
 * knows. A receipt names no content, so the files cannot be searched without them.
 */
public final class ErasedCheck {
    private final List<StoreAudit> stores;
    private final Places places;
    private final Path ownKey;

    /**
     * Which files are searched.
     *
     * @param searched files and folders; those that do not exist are left out
     * @param topics the folders of Kafka's logs, which are not searched, because the receipt names the topics
     */
    public record Places(List<Path> searched, List<Path> topics) {}

    /**
     * What the user knows.
     *
     * @param senderId the id of the erased person
     * @param texts further texts to search for
     * @param fingerprint of the key that signed the receipt, if it is not that of this installation
     */
    public record Known(Optional<String> senderId, List<String> texts, Optional<String> fingerprint) {}

    /** @param ownKey the file of the key of this installation, which need not exist */
    public ErasedCheck(List<StoreAudit> stores, Places places, Path ownKey) {
        this.stores = List.copyOf(stores);
        this.places = places;
        this.ownKey = ownKey;
    }

    /**
     * Checks a receipt.
     *
     * @throws ErasureException if the receipt is about another person, or names a store that is not here
     * @throws io.multichat.reading.StoreException if a store or a file cannot be read
     */
    public ErasedReport check(ObjectNode receipt, Known known) {
        Optional<String> senderId = known.senderId();
        if (senderId.isPresent() && !ErasureReceipt.isAbout(receipt, senderId.get())) {
            throw new ErasureException(
                    "the receipt is about another person, or about sessions: its hash is not that of the id");
        }
        Set<String> here = stores.stream().map(StoreAudit::name).collect(Collectors.toSet());
        receipt.path("stores").properties().forEach(store -> {
            if (store.getValue().path("after").isObject() && !here.contains(store.getKey())) {
                throw new ErasureException(
                        "the store " + store.getKey() + ", which the receipt names, cannot be read here");
            }
        });
        List<String> searched = new ArrayList<>(senderId.stream().toList());
        searched.addAll(known.texts());
        String fingerprint = ReceiptSignature.fingerprint(receipt);
        boolean own =
                Files.exists(ownKey) && SigningKey.of(ownKey).fingerprint().equals(fingerprint);
        boolean trusted = known.fingerprint().map(fingerprint::equals).orElse(own);
        return new ErasedReport(
                receipt.path("erasure").asText(),
                ReceiptSignature.problem(receipt).orElse(trusted ? ErasedReport.VALID : ErasedReport.OTHER_KEY),
                fingerprint,
                own,
                left(ErasureReceipt.markers(receipt)),
                searched.size(),
                search(searched),
                notSearched(receipt, searched));
    }

    private Map<String, EntryCounts> left(Map<Conversation, List<ErasureMarker>> markers) {
        Map<String, EntryCounts> left = new LinkedHashMap<>();
        for (StoreAudit store : stores) {
            left.put(store.name(), CoveredEvents.in(store, markers));
        }
        return left;
    }

    private List<FoundBytes> search(List<String> texts) {
        return texts.isEmpty() ? List.of() : new ByteSearch(texts).in(places.searched(), places.topics());
    }

    private List<String> notSearched(ObjectNode receipt, List<String> texts) {
        List<String> left = new ArrayList<>();
        if (texts.isEmpty()) {
            left.add("the bytes of files: give the person's --id, or a --text that was erased");
        }
        for (JsonNode topic : receipt.path("topics")) {
            JsonNode until = topic.path("heldUntil");
            left.add("the topic " + topic.path("topic").asText() + ", which holds "
                    + topic.path("contents").asText() + ", "
                    + (until.isTextual() ? "until " + until.textValue() : "without a time retention"));
        }
        receipt.path("outside").forEach(each -> left.add(each.asText()));
        return left;
    }
}
