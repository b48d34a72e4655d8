package io.multichat.topology.state.layers;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Has something written before the next commit, inside its transaction. By the stream thread alone. */
public final class CommitHook {
    private final KeyValueStore<Bytes, byte[]> commits;
    private boolean called;

    /**
     * Asks for nothing yet.
     *
     * @param commits the store of {@link CommitSignal}, with its layers
     * @param name no other one of the task has it
     * @param writer writes what is held then, which may be nothing
     */
    public CommitHook(KeyValueStore<Bytes, byte[]> commits, String name, Runnable writer) {
        this.commits = commits;
        CommitSignal.listen(commits, name, () -> {
            called = true;
            writer.run();
        });
    }

    /**
     * Asks that the writer be called before the next commit; to be called before something is held again.
     *
     * @return true when no cache keeps the request until then: what is held next is to be written at once
     */
    public boolean request() {
        called = false;
        CommitSignal.request(commits);
        return called;
    }
}
