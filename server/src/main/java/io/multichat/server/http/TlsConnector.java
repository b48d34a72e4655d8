package io.multichat.server.http;

import io.multichat.server.security.CertificateFiles;
import io.multichat.server.security.CertificateSource;
import java.security.KeyStore;
import java.util.UUID;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts HTTPS connections. A certificate that was replaced is used from the next connection on. */
final class TlsConnector {
    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);

    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final CertificateSource certificate;

    /** @throws IllegalStateException if the certificate cannot be used */
    TlsConnector(CertificateFiles files) {
        String password = UUID.randomUUID().toString();
        certificate = new CertificateSource(files, password.toCharArray());
        context.setKeyStore(certificate.first());
        context.setKeyStorePassword(password);
        context.setKeyManagerPassword(password);
    }

    /** A connector that does not listen yet. */
    ServerConnector of(Server server, HttpConfiguration http) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Health checks connect by address; clients verify the name in the certificate themselves.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, new Reloading(), new HttpConnections(secure));
    }

    private void reload(KeyStore changed) {
        try {
            context.reload(factory -> context.setKeyStore(changed));
            LOG.info("a new certificate is used");
        } catch (Exception e) {
            LOG.warn("the new certificate cannot be used", e);
        }
    }

    /** Looks for a new certificate before each connection, which costs little beside a handshake. */
    private final class Reloading extends SslConnectionFactory {
        Reloading() {
            super(context, HttpVersion.HTTP_1_1.asString());
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            certificate.changed().ifPresent(TlsConnector.this::reload);
            return super.newConnection(connector, endPoint);
        }
    }
}
