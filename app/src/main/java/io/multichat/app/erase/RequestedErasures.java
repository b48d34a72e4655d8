package io.multichat.app.erase;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.events.SessionId;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.erase.ErasureProgress;
import io.multichat.jobs.erase.ErasureRun;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.jobs.erase.receipt.ReceiptException;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.jobs.wait.WaitFor;
import io.multichat.reading.StoreException;
import io.multichat.reading.erase.Person;
import io.multichat.server.erase.ErasureRefusedException;
import io.multichat.server.erase.ErasureRefusedException.Reason;
import io.multichat.server.erase.ErasureRequests;
import io.multichat.server.erase.ErasureState;
import io.multichat.server.erase.StartedErasure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erasures that HTTP clients request, one after the other. The server starts before Kafka and the stores can be reached. An erasure that
 * is interrupted by the end of the process can be resumed on the command line. Thread-safe.
 */
public final class RequestedErasures implements ErasureRequests, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestedErasures.class);
    private static final int COMMANDS_PER_SECOND = 200;
    private static final Duration STALL_TIMEOUT = Duration.ofMinutes(10);

    private final Settings settings;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "erasures");
        thread.setDaemon(true);
        return thread;
    });
    private final ErasureStates states = new ErasureStates();
    private volatile Optional<Place> place = Optional.empty();

    /**
     * Where to erase.
     *
     * @param kafka where the commands go
     * @param stores what is read and changed
     * @param layout the data directory, which keeps the receipts
     * @param server this server, which reports how far the topology is
     */
    public record Place(KafkaAccess kafka, AuditedStores stores, DataLayout layout, URI server) {}

    public RequestedErasures(Settings settings) {
        this.settings = settings;
    }

    /** Erases there from now on. */
    public void connect(Place running) {
        place = Optional.of(running);
    }

    @Override
    public StartedErasure deleteSession(SessionId session) {
        return start(ErasureRequest.of(List.of(session), Optional.empty()));
    }

    @Override
    public StartedErasure erase(Person person) {
        return start(ErasureRequest.of(person, Optional.empty()));
    }

    @Override
    public Optional<ErasureState> state(String id) {
        return states.of(id, new ReceiptFolder(ready().layout().root()));
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }

    private StartedErasure start(ErasureRequest request) {
        Place there = ready();
        try (Erasures erasures = Erasures.of(there.stores(), there.layout(), settings)) {
            ErasurePlan plan = erasures.planner().plan(request, System.currentTimeMillis());
            if (plan.erasures().isEmpty()) {
                throw new ErasureRefusedException(
                        Reason.NOT_FOUND, "nothing was found to erase, or it is erased already");
            }
            if (plan.isHeld()) {
                throw new ErasureRefusedException(
                        Reason.ON_HOLD,
                        "a hold protects everything that was found: "
                                + plan.erasures().get(0).hold().orElse(""));
            }
            String id = run(there, erasures).begin(request, plan);
            states.running(id);
            runner.execute(() -> finish(there, id));
            return new StartedErasure(id, PlanJson.of(plan, Map.of()));
        } catch (ErasureException e) {
            throw new ErasureRefusedException(Reason.NOT_FOUND, e.getMessage(), e);
        } catch (StoreException | ReceiptException e) {
            throw new ErasureRefusedException(Reason.UNAVAILABLE, e.getMessage(), e);
        }
    }

    private void finish(Place there, String id) {
        try (Erasures erasures = Erasures.of(there.stores(), there.layout(), settings)) {
            run(there, erasures).resume(id);
            states.finished(id);
        } catch (RuntimeException e) {
            LOG.warn("the erasure {} was interrupted; `multichat erase resume {}` finishes it", id, id, e);
            states.interrupted(id, String.valueOf(e.getMessage()));
        }
    }

    private ErasureRun run(Place there, Erasures erasures) {
        ServerClient server = new ServerClient(there.server(), settings.get(ServerSettings.HTTP_API_KEY));
        WaitFor wait = new WaitFor(server, SinkGroups.USUAL, there.stores().archive(), STALL_TIMEOUT);
        return erasures.run(there.kafka(), wait, COMMANDS_PER_SECOND, ErasureProgress.SILENT);
    }

    private Place ready() {
        boolean needsKey = ServerSettings.apiKeys(settings).areRequired();
        if (needsKey && settings.get(ServerSettings.HTTP_API_KEY).isEmpty()) {
            // The job asks this server how far the topology is.
            throw new ErasureRefusedException(
                    Reason.UNAVAILABLE, "the server needs http.api.key to wait for its own erasures; set it");
        }
        return place.orElseThrow(() -> new ErasureRefusedException(
                Reason.UNAVAILABLE, "the server is starting or stopping; retry in a moment"));
    }
}
