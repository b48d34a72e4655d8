package io.multichat.app.run;

import io.multichat.app.data.RunFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** What a newcomer sees when everything runs: where it is, and what to try. */
record Welcome(DevOptions options, RunFile run, Stores stores) {
    void print(PrintStream out, long beganAtNanos) {
        double seconds = (System.nanoTime() - beganAtNanos) / 1e9;
        boolean defaultDir = options.dataDir().equals(Path.of("data"));
        String flag = defaultDir ? "" : " --data-dir " + options.dataDir();
        out.printf(Locale.ROOT, "%nMultichat is ready after %.1f s.%n%n", seconds);
        out.printf("  HTTP      %s%n", run.server());
        out.printf("  Kafka     %s%n", run.bootstrapServers());
        out.printf("  Redis     %s:%d%n", run.redis().getHost(), run.redis().getPort());
        out.printf("  SQLite    %s%n", stores.sqlite());
        out.printf("  Archive   %s%n%n", stores.archive());
        out.printf("Try in another terminal:%n%n");
        out.printf("  ./multichat publish%s --platform slack --channel general --sender ada --text 'Hello'%n", flag);
        out.printf("  ./multichat sessions%s%n", flag);
        out.printf("  ./multichat show%s <a session's id>%n", flag);
        out.printf("  ./multichat import%s --format jsonl --wait <a file of events>%n", flag);
        if (options.demoRate().isEmpty()) {
            out.printf("%nNo traffic of your own yet? Stop this and start it with --demo.%n");
        }
        out.printf("%nCtrl-C stops it; started again, it goes on where it was.%n");
        out.flush();
    }
}
