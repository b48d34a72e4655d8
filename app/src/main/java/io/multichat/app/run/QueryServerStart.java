package io.multichat.app.run;

import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.reading.SessionReader;
import io.multichat.server.http.Access;
import io.multichat.server.http.QueryServer;
import io.multichat.server.tiers.Accounting;
import io.multichat.server.tiers.SessionTiers;
import io.multichat.sinks.redis.read.RedisSessionReader;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP server over the tiers. It listens before anything else runs, so that a port in use is known at once, and answers
 * what it can at any time.
 */
record QueryServerStart(StateAccess state, Readiness readiness, Stores stores, Settings settings) {
    /** Starts the server; it and its readers are closed with {@code parts}. */
    QueryServer start(ClosingStack parts, int port) {
        List<SessionReader> readers = new ArrayList<>();
        stores.redis().ifPresent(uri -> readers.add(parts.add(RedisSessionReader.of(uri.toString()))));
        readers.add(parts.add(new SqliteSessionReader(stores.sqlite())));
        Accounting accounting = new Accounting(
                state, settings.get(SessionSettings.SNAPSHOT_INTERVAL).toMillis());
        return parts.add(QueryServer.start(
                new Access(settings.get(ServerSettings.HTTP_HOST), settings.get(ServerSettings.HTTP_API_KEY)),
                port,
                new QueryServer.Answerers(new SessionTiers(state, readers), accounting, readiness)));
    }
}
