package io.multichat.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.jobs.erase.receipt.ReceiptSignature;
import io.multichat.jobs.erase.receipt.SigningKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature proves something only if the key is known. */
class ErasedCheckTest {
    @TempDir
    private Path folder;

    private SigningKey own;
    private SigningKey other;

    @BeforeEach
    void createKeys() {
        own = SigningKey.of(folder.resolve("own.pem"));
        other = SigningKey.of(folder.resolve("other.pem"));
    }

    @Test
    void aReceiptThatThisInstallationSignedIsValid() {
        ErasedReport report = check(own, Optional.empty());

        assertThat(report.isClean()).isTrue();
        assertThat(report.ownKey()).isTrue();
    }

    @Test
    void aReceiptThatAnotherKeySignedIsNotValid() {
        ErasedReport report = check(other, Optional.empty());

        assertThat(report.isClean()).isFalse();
        assertThat(report.signature()).contains("another key", "--key");
        assertThat(report.fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void theKeyThatTheUserKnowsDecides() {
        assertThat(check(other, Optional.of(other.fingerprint())).isClean()).isTrue();
        assertThat(check(own, Optional.of(other.fingerprint())).isClean()).isFalse();
    }

    private ErasedReport check(SigningKey key, Optional<String> fingerprint) {
        ObjectNode receipt = new JsonMapper().createObjectNode().put("erasure", "e1");
        ErasedCheck check =
                new ErasedCheck(List.of(), new ErasedCheck.Places(List.of(), List.of()), folder.resolve("own.pem"));
        return check.check(
                ReceiptSignature.sign(receipt, key), new ErasedCheck.Known(Optional.empty(), List.of(), fingerprint));
    }
}
