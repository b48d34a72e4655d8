package io.multichat.jobs.erase.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.hash.Sha256;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs and checks receipts. What is signed is the receipt without its member {@code signature}, as JSON with sorted names and without
 * white space (RFC 8785; receipts have no numbers but integers). Other programs can repeat the check, because the receipt names the
 * public key.
 */
public final class ReceiptSignature {
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final String SIGNATURE = "signature";
    private static final String KEY = "key";

    private ReceiptSignature() {}

    /** The receipt with the public key and the signature. */
    public static ObjectNode sign(ObjectNode receipt, SigningKey key) {
        ObjectNode signed = receipt.deepCopy();
        signed.putObject(KEY)
                .put("algorithm", SigningKey.ALGORITHM)
                .put("publicKey", key.publicKey())
                .put("fingerprint", key.fingerprint());
        try {
            byte[] signature = key.sign(canonical(signed));
            return signed.put(SIGNATURE, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new ReceiptException("the receipt cannot be signed: " + e.getMessage(), e);
        }
    }

    /** Why a receipt is not what was signed; empty if it is. */
    public static Optional<String> problem(ObjectNode receipt) {
        ObjectNode content = receipt.deepCopy();
        JsonNode signature = content.remove(SIGNATURE);
        JsonNode publicKey = content.path(KEY).path("publicKey");
        if (signature == null || !publicKey.isTextual()) {
            return Optional.of("it has no signature or no public key");
        }
        try {
            byte[] signed = Base64.getDecoder().decode(signature.asText());
            if (!SigningKey.isSigned(canonical(content), signed, publicKey.textValue())) {
                return Optional.of("its content is not what was signed");
            }
            String fingerprint = Sha256.ofBytes(Base64.getDecoder().decode(publicKey.textValue()));
            return fingerprint.equals(content.path(KEY).path("fingerprint").asText())
                    ? Optional.empty()
                    : Optional.of("its fingerprint is not that of its public key");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of("its signature or its public key is malformed: " + e.getMessage());
        }
    }

    /** The fingerprint of the key that signed a receipt. */
    public static String fingerprint(ObjectNode receipt) {
        return receipt.path(KEY).path("fingerprint").asText();
    }

    private static byte[] canonical(ObjectNode receipt) {
        try {
            return CANONICAL.writeValueAsBytes(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written as JSON", e);
        }
    }
}
