package io.multichat.sinks.core.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A private key with a self-signed certificate, made by keytool.
 *
 * @param keystore both as a Java keystore with the password {@link #PASSWORD}
 * @param certificate the certificate as PEM
 * @param key the key as PEM
 */
public record TestCertificate(Path keystore, Path certificate, Path key) {
    public static final String PASSWORD = "changeit";

    /**
     * Makes a certificate.
     *
     * @param host the subject alternative name, such as {@code ip:127.0.0.1} or {@code dns:localhost}
     */
    public static TestCertificate make(Path folder, String name, String host) {
        Path keystore = folder.resolve(name + ".p12");
        try {
            keytool(keystore, name, host);
            KeyStore made = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
            byte[] certificate = made.getCertificate(name).getEncoded();
            byte[] key = made.getKey(name, PASSWORD.toCharArray()).getEncoded();
            return new TestCertificate(
                    keystore,
                    pem(folder.resolve(name + ".crt"), "CERTIFICATE", certificate),
                    pem(folder.resolve(name + ".key"), "PRIVATE KEY", key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path keystore, String name, String host) throws IOException, InterruptedException {
        String tool = System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool";
        String arguments = "-genkeypair -keyalg EC -validity 2 -storetype PKCS12 -storepass " + PASSWORD + " -alias "
                + name + " -dname CN=" + name + " -ext san=" + host + " -ext bc=ca:true -keystore";
        ProcessBuilder command = new ProcessBuilder((tool + " " + arguments).split(" "));
        command.command().add(keystore.toString());
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
