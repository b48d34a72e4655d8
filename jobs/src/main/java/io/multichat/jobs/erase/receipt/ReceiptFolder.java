package io.multichat.jobs.erase.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The receipts of a data directory, in files {@code ID.json}, which are never changed, and the journals of erasures that are not finished.
 * Only their owner can read them.
 */
public final class ReceiptFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String RECEIPT = ".json";
    private static final String JOURNAL = ".journal";
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final Path folder;

    /** @param dataDirectory receipts are in its folder {@code erasures}, which need not exist */
    public ReceiptFolder(Path dataDirectory) {
        this.folder = dataDirectory.resolve("erasures");
    }

    /** The key that signs receipts if no other is configured. */
    public Path defaultKey() {
        return folder.resolve("signing-key.pem");
    }

    /**
     * Stores a receipt and removes the journal of its erasure.
     *
     * @throws ReceiptException if it cannot be written, or exists
     */
    public Path store(String id, ObjectNode receipt) {
        Path file = folder.resolve(id + RECEIPT);
        try {
            PrivateFile.create(file, JSON.writeValueAsString(receipt) + "\n");
        } catch (IOException e) {
            throw new ReceiptException("the receipt " + file + " cannot be written: " + e, e);
        }
        removeJournal(id);
        return file;
    }

    /**
     * Removes the journal of an erasure that has a receipt; does nothing if there is none.
     *
     * @throws ReceiptException if it cannot be removed
     */
    public void removeJournal(String id) {
        Path file = folder.resolve(id + JOURNAL);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ReceiptException(
                    "the erasure has its receipt, but its journal " + file + " cannot be removed: " + e
                            + "; remove it, because it names who was erased",
                    e);
        }
    }

    /** The ids of all receipts, oldest first. */
    public List<String> receipts() {
        return StoredIds.in(folder, RECEIPT);
    }

    /** The ids of the erasures that are not finished, oldest first. */
    public List<String> unfinished() {
        return StoredIds.in(folder, JOURNAL);
    }

    /**
     * Reads a receipt; empty if there is none.
     *
     * @param name its id, or the path of a file anywhere
     * @throws ReceiptException if it cannot be read or is not a receipt
     */
    public Optional<ObjectNode> find(String name) {
        Path file = ID.matcher(name).matches() ? folder.resolve(name + RECEIPT) : Path.of(name);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            JsonNode receipt = JSON.readTree(file.toFile());
            if (receipt instanceof ObjectNode object && object.path("erasure").isTextual()) {
                return Optional.of(object);
            }
            throw new ReceiptException(file + " is not a receipt of an erasure");
        } catch (JsonProcessingException e) {
            throw new ReceiptException("the receipt " + file + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ReceiptException("the receipt " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a journal.
     *
     * @throws ReceiptException if it cannot be written, or exists
     */
    public void beginJournal(String id, String line) {
        try {
            PrivateFile.create(folder.resolve(id + JOURNAL), line + "\n");
        } catch (IOException e) {
            throw new ReceiptException("the journal of the erasure cannot be written: " + e, e);
        }
    }

    /** Appends lines to a journal, on disk. They begin on a line of their own, because a crash may have cut the last one. */
    public void appendJournal(String id, List<String> lines) {
        try {
            PrivateFile.append(folder.resolve(id + JOURNAL), "\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new ReceiptException("the journal of the erasure cannot be written: " + e, e);
        }
    }

    /** The lines of a journal, of which a crash may have cut one. */
    public List<String> journal(String id) {
        Path file = folder.resolve(id + JOURNAL);
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new ReceiptException("the journal " + file + " cannot be read: " + e, e);
        }
    }
}
