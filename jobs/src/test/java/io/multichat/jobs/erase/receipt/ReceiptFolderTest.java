package io.multichat.jobs.erase.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptFolderTest {
    @TempDir
    private Path data;

    @Test
    void aReceiptReplacesTheJournalAndIsNeverOverwritten() {
        ReceiptFolder folder = new ReceiptFolder(data);
        folder.beginJournal("e1", "{}");
        assertThat(folder.unfinished()).containsExactly("e1");

        Path file = folder.store("e1", receipt("first"));

        assertThat(folder.unfinished()).isEmpty();
        assertThat(folder.receipts()).containsExactly("e1");
        assertThatThrownBy(() -> folder.store("e1", receipt("second"))).isInstanceOf(ReceiptException.class);
        assertThat(folder.find("e1")).contains(receipt("first"));
        assertThat(folder.find(file.toString())).contains(receipt("first"));
    }

    @Test
    void aLineThatACrashCutDoesNotReachTheNextOne() throws Exception {
        ReceiptFolder folder = new ReceiptFolder(data);
        folder.beginJournal("e1", "{\"a\":1}");
        Files.writeString(data.resolve("erasures/e1.journal"), "{\"a\":1}\n{\"cut\":");

        folder.appendJournal("e1", List.of("{\"b\":2}", "{\"c\":3}"));

        assertThat(folder.journal("e1")).containsExactly("{\"a\":1}", "{\"cut\":", "{\"b\":2}", "{\"c\":3}");
    }

    @Test
    void onlyReceiptsAreRead() throws Exception {
        ReceiptFolder folder = new ReceiptFolder(data);
        Path other = Files.writeString(data.resolve("other.json"), "{\"a\":1}");

        assertThat(folder.find("missing")).isEmpty();
        assertThat(folder.find(data.resolve("missing.json").toString())).isEmpty();
        assertThatThrownBy(() -> folder.find(other.toString())).hasMessageContaining("is not a receipt");
        Files.writeString(other, "{");
        assertThatThrownBy(() -> folder.find(other.toString()))
                .hasMessageContaining("cannot be read")
                .message()
                .hasLineCount(1);
    }

    private static ObjectNode receipt(String content) {
        return JsonNodeFactory.instance.objectNode().put("erasure", "e1").put("content", content);
    }
}
