package io.multichat.app.run;

import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.jobs.deadletters.DeadLetterLog;
import io.multichat.reading.SessionReader;
import io.multichat.server.http.Access;
import io.multichat.server.http.QueryServer;
import io.multichat.server.tiers.Accounting;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.archive.read.ArchiveSessionReader;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Starts the HTTP server with all tiers behind it. The server listens before anything else runs, so that a port in use is
 * reported at once; it answers whatever it can at any time.
 */
record QueryServerStart(LateParts late, Readiness readiness, Stores stores, Settings settings) {
    /**
     * Starts the server. It and its readers are closed with {@code parts}.
     *
     * @throws SettingsException when the Redis settings contradict each other
     */
    QueryServer start(ClosingStack parts, int port) {
        StoreChain chain = new StoreChain(readers(parts), Optional.of(archive(parts)));
        SqliteSearch search = parts.add(new SqliteSearch(stores.sqlite()));
        Accounting accounting = new Accounting(
                late.state(), settings.get(SessionSettings.SNAPSHOT_INTERVAL).toMillis());
        return parts.add(QueryServer.start(
                new Access(settings.get(ServerSettings.HTTP_HOST), settings.get(ServerSettings.HTTP_API_KEY)),
                port,
                new QueryServer.Answerers(
                        Tiers.of(
                                id -> late.state().get().session(id),
                                chain,
                                () -> !readiness.incomplete().isEmpty()),
                        new SearchTier("sqlite", search),
                        late.events(),
                        late.live().hub(),
                        new DeadLetterLog(() -> Optional.ofNullable(late.kafka().get())),
                        accounting,
                        readiness)));
    }

    /** The stores before the archive, in the order in which they are queried. */
    private List<SessionReader> readers(ClosingStack parts) {
        List<SessionReader> readers = new ArrayList<>();
        if (!stores.redis().isEmpty()) {
            readers.add(parts.add(redis(stores.redis())));
        }
        readers.add(parts.add(new SqliteSessionReader(stores.sqlite())));
        return readers;
    }

    private SessionReader archive(ClosingStack parts) {
        return parts.add(new ArchiveSessionReader(stores.archive()));
    }

    private static SessionReader redis(Map<String, String> settings) {
        try {
            return RedisSessionReader.of(settings);
        } catch (ConfigException e) {
            throw new SettingsException(List.of(e.getMessage()));
        }
    }
}
