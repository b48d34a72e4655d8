package io.multichat.app.run;

import io.micrometer.core.instrument.Gauge;
import io.multichat.app.embedded.DiskMeters;
import io.multichat.app.letters.ReplayAccess;
import io.multichat.app.progress.PositionsOfStores;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import io.multichat.app.streams.Advertised;
import io.multichat.app.watch.WatchedStore;
import io.multichat.jobs.deadletters.DeadLetterLog;
import io.multichat.reading.SessionReader;
import io.multichat.server.http.Access;
import io.multichat.server.http.Listener;
import io.multichat.server.http.QueryServer;
import io.multichat.server.metrics.PublishLatency;
import io.multichat.server.progress.StorePositions;
import io.multichat.server.progress.WrittenEvents;
import io.multichat.server.state.Accounting;
import io.multichat.server.state.InstanceAnswers;
import io.multichat.server.state.InstanceCalls;
import io.multichat.server.state.LocalState;
import io.multichat.server.state.OwnAddress;
import io.multichat.server.state.SpreadState;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.archive.read.ArchiveSessionReader;
import io.multichat.sinks.redis.read.RedisPositions;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.sqlite.read.SqlitePositions;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        Gauge.builder("multichat.ready", () -> readiness.get().isEmpty() ? 1 : 0)
                .description("1 while nothing keeps the process from working")
                .register(late.metrics());
        new DiskMeters(List.of(stores.sqlite().getParent(), stores.archive())).bindTo(late.metrics());
        CompletableFuture<OwnAddress> address = new CompletableFuture<>();
        LocalState local = new LocalState(late.state(), settings.get(SessionSettings.PARTITIONS));
        InstanceCalls instances = new InstanceCalls(address::join, settings.get(ServerSettings.HTTP_API_KEY));
        Accounting accounting = new Accounting(
                local,
                instances,
                settings.get(SessionSettings.SNAPSHOT_INTERVAL).toMillis());
        WrittenEvents written = new WrittenEvents(late.offsets(), positions(parts), accounting::reported);
        QueryServer server = parts.add(QueryServer.start(
                listener(port),
                new QueryServer.Answerers(
                        new Tiers(
                                new SpreadState(local, instances, written),
                                chain,
                                () -> !readiness.incomplete().isEmpty()),
                        new SearchTier("sqlite", search),
                        parts.add(new PublishLatency(
                                late.events(), () -> late.state().get().active().recordCounts(), late.metrics())),
                        late.live().hub(),
                        new DeadLetterLog(() -> Optional.ofNullable(late.kafka().get())),
                        new ReplayAccess(() -> Optional.ofNullable(late.kafka().get())),
                        late.erasures(),
                        new InstanceAnswers(local, accounting, written),
                        readiness,
                        late.metrics())));
        address.complete(Advertised.address(settings, server.uri()));
        return server;
    }

    private Listener listener(int port) {
        return new Listener(
                new Access(settings.get(ServerSettings.HTTP_HOST), ServerSettings.apiKeys(settings)),
                port,
                ServerSettings.certificate(settings),
                settings.get(ServerSettings.HTTP_ACCESS_LOG),
                settings.get(ServerSettings.HTTP_METRICS_OPEN));
    }

    /** The positions of all stores that are read. */
    private StorePositions positions(ClosingStack parts) {
        Map<String, WatchedStore.PositionReader> readers = new HashMap<>();
        readers.put("sqlite", parts.add(new SqlitePositions(stores.sqlite()))::read);
        readers.put("archive", WatchedStore.archive(stores.archive()).positions());
        if (!stores.redis().isEmpty()) {
            readers.put("redis", parts.add(RedisPositions.of(stores.redis()))::read);
        }
        return new PositionsOfStores(readers);
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
