package io.multichat.jobs.erase.receipt;

import io.multichat.events.hash.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Ed25519 key pair that signs receipts. Its file has two PEM blocks: {@code PRIVATE KEY} in PKCS#8, not encrypted, and
 * {@code PUBLIC KEY}.
 */
public final class SigningKey {
    /** The name of the algorithm in receipts and in Java. */
    public static final String ALGORITHM = "Ed25519";

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * The key of a file, which is created if it does not exist.
     *
     * @throws ReceiptException if the file cannot be read or created, or has no such key
     */
    public static SigningKey of(Path file) {
        try {
            createIfMissing(file);
            String text = Files.readString(file);
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            SigningKey key = new SigningKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE))),
                    keys.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC))));
            key.requirePair();
            return key;
        } catch (IOException e) {
            throw new ReceiptException("the signing key " + file + " cannot be used: " + e, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ReceiptException(
                    file + " is not a signing key (" + e.getMessage()
                            + "); it must have an Ed25519 PRIVATE KEY in PKCS#8 and its PUBLIC KEY, both in PEM",
                    e);
        }
    }

    /** The public key: the base64 of its X.509 encoding. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** The SHA-256 of the public key's X.509 encoding, in hex. */
    public String fingerprint() {
        return Sha256.ofBytes(publicKey.getEncoded());
    }

    byte[] sign(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(privateKey);
        signature.update(content);
        return signature.sign();
    }

    /**
     * True if the owner of a public key signed the content.
     *
     * @param publicKey the base64 of its X.509 encoding
     * @throws IllegalArgumentException if it is not base64
     */
    static boolean isSigned(byte[] content, byte[] signed, String publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
        signature.update(content);
        return signature.verify(signed);
    }

    private void requirePair() throws GeneralSecurityException {
        byte[] content = {1};
        if (!isSigned(content, sign(content), publicKey())) {
            throw new GeneralSecurityException("the two keys do not belong together");
        }
    }

    private static void createIfMissing(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        try {
            PrivateFile.create(
                    file,
                    pem(PRIVATE, pair.getPrivate().getEncoded())
                            + pem(PUBLIC, pair.getPublic().getEncoded()));
        } catch (FileAlreadyExistsException e) {
            // Another process has created a key in the meantime, and all use that one.
            return;
        }
    }

    private static String pem(String name, byte[] key) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + name + "-----\n";
    }

    private static byte[] block(String text, String name) throws GeneralSecurityException {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----([^-]*)-----END " + name + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("it has no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
