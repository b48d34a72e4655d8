package io.multichat.jobs.erase.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptSignatureTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path file;
    private ObjectNode signed;

    @BeforeEach
    void sign() throws Exception {
        file = folder.resolve("private/key.pem");
        ObjectNode receipt =
                (ObjectNode) JSON.readTree("{\"erasure\":\"e1\",\"b\":[1,{\"z\":\"ü\",\"y\":null}],\"a\":2}");
        signed = ReceiptSignature.sign(receipt, SigningKey.of(file));
    }

    @Test
    void theOrderOfNamesAndWhiteSpaceDoNotMatter() throws Exception {
        ObjectNode reordered = JSON.createObjectNode();
        reordered.set("signature", signed.get("signature"));
        reordered.set("key", signed.get("key"));
        reordered.set("a", signed.get("a"));
        reordered.set("b", JSON.readTree("[1, {\"y\": null, \"z\": \"\\u00fc\"}]"));
        reordered.set("erasure", signed.get("erasure"));

        assertThat(ReceiptSignature.problem(reordered)).isEmpty();
    }

    @Test
    void aChangedReceiptIsNotWhatWasSigned() {
        assertThat(ReceiptSignature.problem(signed.deepCopy().put("a", 3))).hasValueSatisfying(this::isNotSigned);
        assertThat(ReceiptSignature.problem(signed.deepCopy().put("c", 3))).hasValueSatisfying(this::isNotSigned);
        ObjectNode other = ReceiptSignature.sign(signed, SigningKey.of(folder.resolve("other.pem")));
        assertThat(ReceiptSignature.problem(signed.deepCopy().set("key", other.get("key"))))
                .hasValueSatisfying(this::isNotSigned);
    }

    @Test
    void aReceiptWithoutAValidSignatureIsRefused() {
        assertThat(ReceiptSignature.problem(signed.deepCopy().without("signature")))
                .contains("it has no signature or no public key");
        assertThat(ReceiptSignature.problem(signed.deepCopy().put("signature", "?")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("malformed"));
    }

    @Test
    void theKeyIsCreatedOnceAndOnlyItsOwnerCanReadIt() throws Exception {
        byte[] created = Files.readAllBytes(file);

        assertThat(SigningKey.of(file).fingerprint()).isEqualTo(ReceiptSignature.fingerprint(signed));
        assertThat(Files.readAllBytes(file)).isEqualTo(created);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatIsNotAKeyPairIsNamed() throws Exception {
        Path other = folder.resolve("other.pem");
        SigningKey.of(other);
        String text = Files.readString(file);
        String mixed = text.substring(0, text.indexOf("-----BEGIN PUBLIC"))
                + Files.readString(other).substring(Files.readString(other).indexOf("-----BEGIN PUBLIC"));

        Files.writeString(file, mixed);
        assertThatThrownBy(() -> SigningKey.of(file)).hasMessageContaining("do not belong together");
        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> SigningKey.of(file))
                .isInstanceOf(ReceiptException.class)
                .hasMessageContainingAll(file.toString(), "it has no PRIVATE KEY");
    }

    private void isNotSigned(String problem) {
        assertThat(problem).isEqualTo("its content is not what was signed");
    }
}
