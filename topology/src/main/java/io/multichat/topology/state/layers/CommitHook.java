package io.multichat.topology.state.layers;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs a writer before the next commit, inside its transaction. Only the stream thread may use it. */
public final class CommitHook {
    private final KeyValueStore<Bytes, byte[]> commits;
    private boolean called;

    /**
     * Registers the writer; it runs only after a {@link #request()}, of this hook or another one of the task.
     *
     * @param commits the store of {@link CommitSignal}, with its layers
     * @param name unique among the hooks of a task
     * @param writer writes everything that is held at that time, which may be nothing
     */
    public CommitHook(KeyValueStore<Bytes, byte[]> commits, String name, Runnable writer) {
        this.commits = commits;
        CommitSignal.listen(commits, name, () -> {
            called = true;
            writer.run();
        });
    }

    /**
     * Requests a run of the writer before the next commit. Call it before holding the first change after a run.
     *
     * @return true when the writer ran during this call, because there is no cache that delays the request: the caller must then
     *     write its next change at once
     */
    public boolean request() {
        called = false;
        CommitSignal.request(commits);
        return called;
    }
}
