package io.multichat.server.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate of the server and its private key, as PEM files.
 *
 * @param chain the certificate of the server, then those of the authorities that issued it
 * @param key the private key in PKCS#8, not encrypted: RSA, EC or EdDSA
 */
public record CertificateFiles(Path chain, Path key) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String ALIAS = "server";
    private static final int CHALLENGE_BYTES = 32;

    /** The kinds of keys, each with a signature that shows that a key belongs to a certificate. */
    private enum Kind {
        RSA("SHA256withRSA"),
        EC("SHA256withECDSA"),
        EDDSA("EdDSA");

        private final String signature;

        Kind(String signature) {
            this.signature = signature;
        }
    }

    /**
     * Reads both files into a store in memory.
     *
     * @param password protects the key in the store
     * @throws IllegalArgumentException if a file is missing or invalid, or if the key does not belong to the certificate
     */
    public KeyStore read(char[] password) {
        try {
            Certificate[] certificates = certificates();
            PrivateKey privateKey = privateKey(certificates[0].getPublicKey());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, privateKey, password, certificates);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(chain + " and " + key + " cannot be used for TLS: " + e, e);
        }
    }

    private Certificate[] certificates() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(chain)) {
            Certificate[] found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
            if (found.length == 0) {
                throw new IllegalArgumentException(chain + " holds no certificate; it must be a PEM file");
            }
            return found;
        }
    }

    /** The key that belongs to the certificate with this public key. */
    private PrivateKey privateKey(PublicKey certified) throws IOException, GeneralSecurityException {
        byte[] encoded = encodedKey();
        for (Kind kind : List.of(Kind.values())) {
            Optional<PrivateKey> found = decoded(kind, encoded);
            if (found.isPresent()) {
                requirePair(kind, found.get(), certified);
                return found.get();
            }
        }
        throw new IllegalArgumentException(key + " holds neither an RSA nor an EC nor an EdDSA key");
    }

    /** Empty if the key is of another kind. */
    private static Optional<PrivateKey> decoded(Kind kind, byte[] encoded) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(kind.name()).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        }
    }

    private byte[] encodedKey() throws IOException {
        Matcher blocks = PEM.matcher(Files.readString(key, StandardCharsets.US_ASCII));
        String others = "";
        while (blocks.find()) {
            if (blocks.group(1).equals(PRIVATE_KEY)) {
                return Base64.getMimeDecoder().decode(blocks.group(2));
            }
            others += " " + blocks.group(1);
        }
        throw new IllegalArgumentException(key + " holds" + (others.isEmpty() ? " nothing in PEM" : others)
                + "; it must hold a PRIVATE KEY, which `openssl pkcs8 -topk8 -nodes -in FILE` makes from other keys");
    }

    private void requirePair(Kind kind, PrivateKey found, PublicKey certified) throws GeneralSecurityException {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        Signature signer = Signature.getInstance(kind.signature);
        signer.initSign(found);
        signer.update(challenge);
        byte[] signature = signer.sign();
        if (!isSigned(kind, certified, challenge, signature)) {
            throw new IllegalArgumentException("the key in " + key + " does not belong to the certificate in " + chain);
        }
    }

    private static boolean isSigned(Kind kind, PublicKey certified, byte[] challenge, byte[] signature)
            throws GeneralSecurityException {
        try {
            Signature verifier = Signature.getInstance(kind.signature);
            verifier.initVerify(certified);
            verifier.update(challenge);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // The certificate is for a key of another kind.
            return false;
        }
    }
}
